package wheelbase.report.html;

import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import wheelbase.testing.Shared;

/** The distribution's Chromium, headless, with one page from the disk open in it. */
final class Browser implements AutoCloseable {
  private static final File PROGRAM = new File("/usr/bin/chromium");
  private static final File DRIVER = new File("/usr/bin/chromedriver");

  private final Path directory;
  private final ChromeDriver driver;

  private Browser(Path directory, ChromeDriver driver) {
    this.directory = directory;
    this.driver = driver;
  }

  /**
   * Starts it; where there is none the test is skipped aloud, on the build machine it fails.
   *
   * @param directory an empty one, for its profile and the pages
   */
  static Browser start(Path directory) {
    if (!PROGRAM.canExecute() || !DRIVER.canExecute()) {
      String message = "not run: there is no " + (PROGRAM.canExecute() ? DRIVER : PROGRAM);
      if ("true".equals(System.getenv("CI"))) {
        fail(message);
      }
      System.err.println(message);
      return Assumptions.abort(message);
    }
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(PROGRAM);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + directory.resolve("profile"));
    // With the driver named, Selenium has nothing to look for on the network.
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build();
    return new Browser(directory, new ChromeDriver(service, options));
  }

  /** Opens a page in a light window of 1280 by 900. */
  void open(String page) {
    Path file = directory.resolve("page.html");
    try {
      Files.writeString(file, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    width(1280);
    prefer("light");
    driver.get("about:blank");
    driver.get(file.toUri().toString());
  }

  void width(int pixels) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  /**
   * @param scheme {@code light} or {@code dark}
   */
  void prefer(String scheme) {
    emulate("", scheme);
  }

  /** As if on paper, in a browser that is dark on the screen. */
  void onPaper() {
    emulate("print", "dark");
  }

  private void emulate(String medium, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            medium,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  void scripts(boolean allowed) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
  }

  WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  /** Texts of the elements that a reader sees. */
  List<String> shown(String selector) {
    return driver.findElements(By.cssSelector(selector)).stream()
        .filter(WebElement::isDisplayed)
        .map(WebElement::getText)
        .toList();
  }

  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** The tabulator with Shift held down. */
  void pressBackwards() {
    new Actions(driver).keyDown(Keys.SHIFT).sendKeys(Keys.TAB).keyUp(Keys.SHIFT).perform();
  }

  /** Presses the tabulator until something has the focus, as somebody without a mouse would. */
  void tabTo(String selector) {
    for (int stops = 0; stops < 100; stops++) {
      if (ask("return document.activeElement.matches(arguments[0])", selector).equals(true)) {
        return;
      }
      press(Keys.TAB);
    }
    fail("no tabulator reaches " + selector);
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  Object ask(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** What the console says, from the last call on. */
  List<String> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /** The addresses that the pages asked for, from the last call on. */
  List<String> requests() {
    List<String> requests = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      JsonNode message = Shared.json(entry.getMessage()).path("message");
      if (message.path("method").asText().equals("Network.requestWillBeSent")) {
        JsonNode parameters = message.path("params");
        if (parameters.path("documentURL").asText().startsWith("file:")) {
          requests.add(parameters.path("request").path("url").asText());
        }
      }
    }
    return requests;
  }

  /** The page as PDF. */
  byte[] print() {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("printBackground", true);
    return Base64.getDecoder()
        .decode((String) driver.executeCdpCommand("Page.printToPDF", parameters).get("data"));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
