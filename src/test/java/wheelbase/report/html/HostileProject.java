package wheelbase.report.html;

import java.nio.file.Path;
import java.util.List;
import wheelbase.Analysis;
import wheelbase.baseimage.Unusable;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.testing.AnalysisBuilder;
import wheelbase.wheels.Reason;
import wheelbase.wheels.VerdictClass;

/** A project all of whose texts try to become part of the page that shows them. */
final class HostileProject {
  static final String SCRIPT = "</script><script>window.stolen = 1</script>";

  static final List<String> VALUES =
      List.of(
          SCRIPT,
          "\"><img src=x onerror=\"window.stolen = 1\">",
          "' autofocus onfocus='window.stolen = 1",
          "</style></title></textarea><!--",
          "]]><svg onload=window.stolen=1>",
          "{{#rows}}{{{script}}}{{/rows}}",
          "&lt;b&gt; &#0; &amp",
          "javascript:window.stolen=1",
          "\ud83d\udc0d \ud83d\udc69\u200d\ud83d\udcbb",
          "\u202egpj.exe \u2066isolated",
          "\u0000\u0007\u001b[31m\r\n\t\u0085\u2028",
          "\ud83d alone",
          "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
          "x".repeat(300));

  private HostileProject() {}

  static Analysis analysis() {
    return saying(String.join(" ", VALUES));
  }

  /** The same project with harmless texts of as many lines. */
  static Analysis tame() {
    return saying("tame\r\ntame");
  }

  private static Analysis saying(String all) {
    AnalysisBuilder project =
        new AnalysisBuilder()
            .project(Path.of("service " + all.replaceAll("[^ -.0-~]", "")))
            .bases("3.13", "slim-trixie", "alpine3.24")
            .pythonBecause(all)
            .line(1, "evil @ https://index.test/" + SCRIPT.replace(" ", ""));
    project
        .adds("evil", "1.0")
        .requiredBy("requirements.txt:1", "evil")
        .requiredBy(
            all + ":1",
            "evil @ https://index.test/" + SCRIPT.replace(" ", ""),
            "evil @ https://index.test/" + SCRIPT.replace(" ", ""))
        .everywhere(
            VerdictClass.SOURCE_BUILD,
            all,
            new Reason("compiles", "", all),
            new Reason("python", all + ".whl", all))
        .builds(all)
        .runs(all)
        .evidence(all)
        .hint(all);
    project
        .candidate("slim-trixie", 200, all)
        .impossible("alpine3.24", 100, new Unusable(all, all))
        .systemPackages("slim-trixie", List.of("gcc: " + all), List.of("libpq5: " + all))
        .cure("twin", "evil", all, all)
        .downgrade("evil", "1.0", "0.9", all)
        .diagnostic(Diagnostic.warning("odd", all).withHint(all).at(SourceSpan.line(all, 1, all)));
    return project.build();
  }
}
