package org.trainingexporter.page;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.trainingexporter.page.Chromium.Screen;

/**
 * Opens the page for a test, or before all tests of a class, and fails a test where a page
 * complained on its console.
 */
final class Visits
    implements BeforeAllCallback, BeforeEachCallback, AfterTestExecutionCallback, AfterAllCallback {
  private final List<Page> pages = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private Chromium chromium;

  /** What is in a complaint that fails no test; null of none. */
  private String allowed;

  private boolean mustCome;
  private int ofTheClass;

  @Override
  public void beforeAll(ExtensionContext test) {
    chromium =
        test.getRoot()
            .getStore(Namespace.GLOBAL)
            .getOrComputeIfAbsent(Chromium.class, key -> new Chromium(), Chromium.class);
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    beforeAll(test);
    ofTheClass = pages.size();
    allowed = null;
    mustCome = false;
  }

  /** A complaint that has this in it is what the test is about: without one it fails. */
  void expect(String complaint) {
    allowed = complaint;
    mustCome = true;
  }

  /** A complaint that has this in it is not the matter of the test; "" is in each. */
  void allow(String complaint) {
    allowed = complaint;
  }

  Visit open(String url) {
    return open(url, Screen.DESKTOP);
  }

  Visit open(String url, Screen screen) {
    Visit visit = blank(screen);
    visit.page.navigate(url);
    return visit;
  }

  /** A page that shows nothing yet. */
  Visit blank() {
    return blank(Screen.DESKTOP);
  }

  /** The same on such a screen. */
  Visit blank(Screen screen) {
    Page page = chromium.page(screen);
    pages.add(page);
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
    return new Visit(page);
  }

  @Override
  public void afterTestExecution(ExtensionContext test) {
    List<Page> ofTheTest = pages.subList(ofTheClass, pages.size());
    // It may come after all that the test has looked at.
    if (mustCome && test.getExecutionException().isEmpty()) {
      ofTheTest.get(ofTheTest.size() - 1).waitForCondition(this::hasCome);
    }
    ofTheTest.forEach(page -> page.evaluate("() => localStorage.clear()"));
    ofTheTest.forEach(Page::close);
    ofTheTest.clear();
    List<String> found =
        complaints.stream().filter(text -> allowed == null || !text.contains(allowed)).toList();
    complaints.clear();
    Assertions.assertEquals(List.of(), found);
  }

  private boolean hasCome() {
    return complaints.stream().anyMatch(text -> text.contains(allowed));
  }

  @Override
  public void afterAll(ExtensionContext test) {
    pages.forEach(Page::close);
  }
}
