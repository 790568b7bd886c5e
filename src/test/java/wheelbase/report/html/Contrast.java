package wheelbase.report.html;

/** How far text stands out from its ground, computed in the browser from the colours it shows. */
final class Contrast {
  /**
   * Gives the least ratio of WCAG 2.2, 1.4.3 for each kind of element that has text of its own and
   * is shown, by tag and class.
   */
  static final String SCRIPT =
      """
      function channels(colour) {
        return colour.match(/[\\d.]+/g).map(Number);
      }
      function luminance(colour) {
        const [red, green, blue] = channels(colour).slice(0, 3).map(function (value) {
          const part = value / 255;
          return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      }
      function ground(element) {
        for (let each = element; each; each = each.parentElement) {
          const colour = getComputedStyle(each).backgroundColor;
          if (channels(colour)[3] !== 0) {
            return colour;
          }
        }
        throw new Error("no ground");
      }
      const ratios = {};
      document.querySelectorAll("body *").forEach(function (element) {
        const speaks = Array.from(element.childNodes).some(function (node) {
          return node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== "";
        });
        if (!speaks || !element.checkVisibility() || element.closest("svg")) {
          return;
        }
        const pair = [luminance(getComputedStyle(element).color), luminance(ground(element))];
        const ratio = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
        const kind = element.tagName + "." + element.className + " in " +
          element.parentElement.tagName + "." + element.parentElement.className;
        ratios[kind] = Math.min(ratio, ratios[kind] || 100);
      });
      return ratios;
      """;

  private Contrast() {}
}
