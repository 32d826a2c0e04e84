package org.trainingexporter.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.List;
import java.util.regex.Pattern;

/** The page as one viewer sees it. What is asked for is waited for. */
final class Visit {
  private static final Pattern ANY = Pattern.compile(".+");

  /** A page whose stream does not open in ten seconds polls for a minute before it tries again. */
  private static final double UNTIL_STREAMING_MILLIS = 90_000;

  final Page page;

  Visit(Page page) {
    this.page = page;
  }

  Locator at(String selector) {
    return page.locator(selector);
  }

  Locator card(String card, String key) {
    return at("[data-card=" + card + "] [data-value=" + key + "]");
  }

  Locator plot(String id) {
    return at("figure[data-plot='" + id + "']");
  }

  /** The exact number behind what is shown, once one is known. */
  double raw(Locator shown) {
    assertThat(shown).hasAttribute("data-raw", ANY);
    return Double.parseDouble(shown.getAttribute("data-raw"));
  }

  String state() {
    assertThat(at("#state")).hasAttribute("data-state", ANY);
    return at("#state").getAttribute("data-state");
  }

  /** Waits until everything is there that comes after the first curve. */
  void isWhole() {
    assertThat(at("#details dd").first()).isAttached();
  }

  /** Waits until what changes comes by itself. */
  void isStreaming() {
    assertThat(at("#countdown"))
        .hasText("streaming", new HasTextOptions().setTimeout(UNTIL_STREAMING_MILLIS));
  }

  /** Waits until the plot shows this step as its last. */
  void showsStep(String plot, int step) {
    assertThat(plot(plot)).hasAttribute("data-last-step", String.valueOf(step));
  }

  /** Waits until the plot is drawn, which it is when it comes into sight. */
  void isDrawn(String plot) {
    plot(plot).scrollIntoViewIfNeeded();
    assertThat(plot(plot)).hasAttribute("data-drawn", Pattern.compile(".*"));
  }

  /** The rows of what a plot draws, as it would save them, without their head. */
  List<String> table(String plot) {
    page.evaluate(
        "() => { HTMLAnchorElement.prototype.click = () => {};"
            + " URL.createObjectURL = (blob) => { window.saved = blob.text(); return 'blob:'; }; }");
    Locator tool = plot(plot).locator("[data-tool=table]");
    tool.click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
    return page.evaluate("() => window.saved").toString().lines().skip(1).toList();
  }

  Object ask(String script) {
    return page.evaluate(script);
  }
}
