package org.trainingexporter.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Opens the page for a test, or before all tests of a class, and fails a test where a page
 * complained on its console.
 */
final class Visits
    implements BeforeAllCallback, BeforeEachCallback, AfterTestExecutionCallback, AfterAllCallback {
  /** A screen. */
  record Screen(int width, int height, ColorScheme colours) {
    static final Screen DESKTOP = new Screen(1440, 900, ColorScheme.LIGHT);
    static final Screen PHONE = new Screen(390, 844, ColorScheme.LIGHT);

    Screen dark() {
      return new Screen(width, height, ColorScheme.DARK);
    }
  }

  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private Browser browser;
  private String expected = "";
  private int ofTheClass;

  @Override
  public void beforeAll(ExtensionContext test) {
    browser =
        test.getRoot()
            .getStore(Namespace.GLOBAL)
            .getOrComputeIfAbsent(Chromium.class, key -> new Chromium(), Chromium.class)
            .browser();
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    beforeAll(test);
    ofTheClass = contexts.size();
    expected = "";
  }

  /** A complaint that has this in it is what the test is about. */
  void expect(String complaint) {
    expected = complaint;
  }

  Visit open(String url) {
    return open(url, Screen.DESKTOP);
  }

  Visit open(String url, Screen screen) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(screen.width, screen.height)
                .setColorScheme(screen.colours)
                .setTimezoneId("UTC"));
    contexts.add(context);
    Page page = context.newPage();
    page.setDefaultTimeout(30_000);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.type() + ": " + message.text() + " at " + message.location());
          }
        });
    page.onPageError(complaints::add);
    page.onDialog(
        dialog -> {
          complaints.add("a dialog: " + dialog.message());
          dialog.dismiss();
        });
    page.navigate(url);
    return new Visit(page);
  }

  @Override
  public void afterTestExecution(ExtensionContext test) {
    List<BrowserContext> ofTheTest = contexts.subList(ofTheClass, contexts.size());
    ofTheTest.forEach(BrowserContext::close);
    ofTheTest.clear();
    List<String> found =
        complaints.stream().filter(text -> expected.isEmpty() || !text.contains(expected)).toList();
    complaints.clear();
    Assertions.assertEquals(List.of(), found);
  }

  @Override
  public void afterAll(ExtensionContext test) {
    contexts.forEach(BrowserContext::close);
  }
}
