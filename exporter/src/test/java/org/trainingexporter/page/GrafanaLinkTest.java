package org.trainingexporter.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.RunningExporter;

/** The page leads to the dashboard of the run that it shows, where Grafana's address is known. */
@Timeout(120)
final class GrafanaLinkTest {
  @RegisterExtension private final Visits visits = new Visits();
  @TempDir private Path root;

  private RunningExporter exporter;

  private void watch(Map<String, String> flags) throws Exception {
    MadeLogs.write(root.resolve("a b"));
    MadeLogs.write(root.resolve("c"));
    exporter = RunningExporter.watch(root, InstantSource.system(), flags);
    exporter.scrapeThat(scrape -> scrape.contains("run=\"a b\"") && scrape.contains("run=\"c\""));
  }

  @AfterEach
  void stop() {
    exporter.close();
  }

  @Test
  void the_link_opens_the_shown_run_in_its_own_range() throws Exception {
    watch(Map.of("gpu", "off", "web.grafana-url", "https://example.org/grafana"));
    Visit visit = visits.open(exporter.url() + "?run=a+b");
    visit.showsStep("loss", MadeLogs.STEPS);
    assertThat(visit.at("#open-in-grafana")).isVisible();
    assertThat(visit.at("#open-in-grafana"))
        .hasAttribute(
            "href",
            Pattern.compile(
                "^https://example.org/grafana/d/training-run\\?var-run=a\\+b&from=\\d+000&to=(now|\\d+000)$"));

    visit.at("li[data-run=c] .run-name").click();
    assertThat(visit.at("#run-name")).hasText("c");
    assertThat(visit.at("#open-in-grafana")).hasAttribute("href", Pattern.compile("\\?var-run=c&"));
  }

  @Test
  void there_is_no_link_where_grafana_is_not_known() throws Exception {
    watch(Map.of("gpu", "off"));
    Visit visit = visits.open(exporter.url());
    visit.showsStep("loss", MadeLogs.STEPS);
    assertThat(visit.at("#open-in-grafana")).isHidden();
  }
}
