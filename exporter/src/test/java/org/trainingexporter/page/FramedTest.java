package org.trainingexporter.page;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.RunningExporter;

/** The page as a part of another one, such as the trainer's. */
@Timeout(60)
final class FramedTest {
  /** Asks at once for an element, and waits until all is there and it is where it is said to be. */
  private static final String FIND =
      """
      (id) => new Promise((done) => {
        const frame = document.body.appendChild(document.createElement("iframe"));
        frame.style.cssText = "width:1000px;height:600px";
        frame.src = "./";
        let said = null;
        let firstSaid = null;
        addEventListener("message", ({ data }) => {
          if (data.height !== undefined) frame.style.height = `${data.height}px`;
          if (data.found !== id) return;
          said = data.top;
          firstSaid ??= performance.now();
        });
        const ask = () => frame.contentWindow.postMessage({ find: id }, "*");
        frame.onload = () => {
          ask();
          const look = () => {
            const page = frame.contentDocument;
            const isWhole = page.querySelector("#details dd") && page.querySelectorAll("figure[data-plot]").length > 2;
            const top = page.getElementById(id)?.getBoundingClientRect().top;
            if (isWhole && top === said) return done(top);
            // It is said anew for five seconds only, in which a loaded machine does not make all.
            if (isWhole && firstSaid !== null && performance.now() > firstSaid + 5000) {
              firstSaid = null;
              ask();
            }
            setTimeout(look, 50);
          };
          look();
        };
      })
      """;

  @RegisterExtension private final Visits visits = new Visits();

  @ParameterizedTest
  @ValueSource(strings = {"plot-loss", "plot-gradient_norm", "layers"})
  void it_says_where_a_plot_is_once_it_is_there(String id, @TempDir Path root) throws Exception {
    LayersSection.write(root.resolve("llm"));
    try (RunningExporter exporter =
        RunningExporter.watch(root, InstantSource.system(), Map.of("gpu", "off"))) {
      exporter.scrapeWith("training_step{run=\"llm\"");
      Visit visit = visits.blank();
      visits.allow("favicon.ico"); // of the page around it, which has none
      visit.page.navigate(exporter.url() + "health");
      double top = ((Number) visit.page.evaluate(FIND, id)).doubleValue();
      assertTrue(top > 200, id + " at " + top);
    }
  }
}
