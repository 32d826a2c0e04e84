package org.trainingexporter.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The system's Chromium without a window, one for all tests of the page. Of one thread. */
final class Chromium implements AutoCloseable {
  /** What a loaded machine may take for what takes a moment. */
  private static final double PATIENCE_MILLIS = 20_000;

  private final Playwright playwright;
  private final Browser browser;
  private final Map<Screen, BrowserContext> contexts = new EnumMap<>(Screen.class);

  /** A screen. */
  enum Screen {
    DESKTOP(1440, 900),
    PHONE(390, 844);

    private final int width;
    private final int height;

    Screen(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  Chromium() {
    Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable())
                    .setTimeout(2 * PATIENCE_MILLIS)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--no-first-run")));
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
  }

  /** A new page on such a screen. Those of one screen share what they have loaded. */
  Page page(Screen screen) {
    return contexts
        .computeIfAbsent(
            screen,
            key ->
                browser.newContext(
                    new Browser.NewContextOptions()
                        .setViewportSize(screen.width, screen.height)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setTimezoneId("UTC")))
        .newPage();
  }

  private static Path executable() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(
            folder ->
                List.of("chromium", "chromium-browser", "google-chrome").stream()
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "chromium is missing: apt-get install chromium, or put it on the path"));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
