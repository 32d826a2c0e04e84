package org.trainingexporter.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.RunningExporter;

/** Text out of logs and names of files stay text. */
@Timeout(120)
final class MarkupTest {
  private static final String MARKUP = "<img src=x onerror=alert(1)>";

  @RegisterExtension private final Visits visits = new Visits();
  @TempDir private Path root;
  private RunningExporter exporter;

  @AfterEach
  void stop() {
    exporter.close();
  }

  private void watch() throws IOException {
    exporter = RunningExporter.watch(root, InstantSource.system(), Map.of("gpu", "off"));
  }

  @Test
  void markup_is_shown_as_it_is_written() throws Exception {
    MadeLogs logs = MadeLogs.write(root.resolve(MARKUP));
    MadeLogs.write(root.resolve("other"));
    Files.createDirectory(logs.run.resolve("checkpoint-60" + MARKUP));
    Files.writeString(
        logs.errors,
        "{\"error_type\":\"%1$s\",\"error_message\":\"why: %1$s\",\"step\":130,\"traceback\":\"%1$s\"}\n"
            .formatted(MARKUP),
        StandardOpenOption.APPEND);
    Files.writeString(
        logs.training,
        logs.step(241).replaceFirst("\\{", "{\"<b>bold</b>\":7,"),
        StandardOpenOption.APPEND);
    watch();
    exporter.scrapeThat(scrape -> scrape.contains("241") && scrape.contains("run=\"other\""));
    Visit visit = visits.open(exporter.url());
    visit.at("li[data-run='" + MARKUP + "'] .run-name").click();
    visit.at("li[data-run=other] input").check();
    visit.isDrawn("loss");
    visit.isWhole();

    assertThat(visit.at("#run-name")).hasText(MARKUP);
    assertThat(visit.at("li[data-run='" + MARKUP + "'] .run-name")).hasText(MARKUP);
    assertThat(visit.at("#legend li").first()).hasText(MARKUP);
    assertThat(visit.at("tr[data-checkpoint='checkpoint-60" + MARKUP + "'] .checkpoint-name"))
        .hasText("checkpoint-60" + MARKUP);
    assertThat(visit.at(".timeline")).containsText("why: " + MARKUP);
    assertThat(visit.at("#errors")).containsText("why: " + MARKUP);
    assertThat(visit.at("#errors li[data-error='" + MARKUP + "'] pre")).hasText(MARKUP);
    assertThat(visit.at("#details")).containsText("<b>bold</b>");
    visit.at("#add-plot > summary").click();
    visit.at("#add-plot input[value='value:<b>bold</b>']").check();
    visit.at("#plot-each").click();
    assertThat(visit.at("#plots figure h3").last()).hasText("<b>bold</b>");
    visit.plot("loss").locator(".chart").hover();
    assertThat(visit.plot("loss").locator(".tip")).containsText(MARKUP);
    assertEquals(0, visit.at("main img, main b:not([data-tip]), nav img, header img").count());
  }

  @Test
  void names_of_layers_stay_text() throws Exception {
    String name = MARKUP + "/\"a.b\"";
    Files.createDirectories(root.resolve("odd"));
    Files.writeString(
        root.resolve("odd/train.jsonl"),
        """
        {"step":1,"loss":2}
        {"model":{"name":"%1$s","layers":[{"name":"%1$s","kind":"%1$s","inputs":["%1$s in"]}]}}
        {"step":1,"layers":{"%1$s":{"gradient":{"norm":0.5},"activation":{"zero_units":0.5}}}}
        """
            .formatted(name.replace("\"", "\\\"")));
    watch();
    exporter.scrapeWith("training_step{run=\"odd\"");
    Visit visit = visits.open(exporter.url() + "?run=odd");
    visit.isWhole();
    Locator curves = visit.at("[data-panel=layer-curves]");

    assertThat(visit.at("#layers")).isVisible();
    assertThat(visit.at("#network h3")).hasText("Architecture of " + name);
    assertThat(visit.at(".node strong").last()).hasText(name);
    assertThat(visit.at("#dead .run-name")).hasText(name);
    assertThat(visit.at("#layer option")).hasText(name);
    visit.at("#layer-tools").getByText("Gradients").click();
    assertThat(visit.at("#layer-table tbody .run-name")).hasText(name);
    assertThat(curves.locator(".layer-key")).hasText(name);
    curves.locator(".canvas").hover();
    assertThat(curves.locator(".tip")).containsText(name);
    assertEquals(0, visit.at("main img").count());
  }
}
