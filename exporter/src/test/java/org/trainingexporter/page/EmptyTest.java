package org.trainingexporter.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.RunningExporter;

/** Without a run the page helps, and the first one appears by itself. */
@Timeout(240)
final class EmptyTest {
  @RegisterExtension private final Visits visits = new Visits();
  @TempDir private Path root;
  private RunningExporter exporter;

  private void watch(Map<String, String> flags) throws Exception {
    exporter = RunningExporter.watch(root, InstantSource.system(), flags);
  }

  /** Figures and curves are asked for before it is known whether there is a run. */
  private Visit openWithout(String address) {
    visits.expect("status of 404");
    return visits.open(address);
  }

  @AfterEach
  void stop() {
    exporter.close();
  }

  @Test
  void no_run_yet_says_what_is_watched_until_the_first_one_appears() throws Exception {
    watch(Map.of("gpu", "off"));
    Visit visit = openWithout(exporter.url());

    assertThat(visit.at("#empty h2")).hasText("No run yet");
    assertThat(visit.at("#empty")).containsText(root.toString());
    assertThat(visit.at("#empty")).containsText(".jsonl");
    assertThat(visit.at("#empty")).containsText("training-exporter demo");

    visit.isStreaming();

    MadeLogs.write(root.resolve("llm"));
    assertThat(visit.at("#run-name")).hasText("llm");
    visit.showsStep("loss", MadeLogs.STEPS);
  }

  @Test
  void a_directory_that_is_not_there_and_files_that_are_not_read_are_named() throws Exception {
    Path folder = Files.createDirectory(root.resolve("old"));
    Files.writeString(
        folder.resolve("loss_history.csv"), "loss,val_loss\n2.5,2.75\n2.25,2.5\n2.0,2.25\n");
    exporter =
        RunningExporter.watch(
            List.of(root, root.resolve("rnus")), InstantSource.system(), Map.of("gpu", "off"));
    exporter.scrapeWith("training_exporter_ignored_files{reason=\"no_position\",} 1");
    Visit visit = openWithout(exporter.url());

    assertThat(visit.at("#unreadable")).containsText(root.resolve("rnus") + ": it is not there");
    assertThat(visit.at("#watched li").nth(1)).containsText("it is not there");
    assertThat(visit.at("#empty")).containsText("loss_history.csv");
    assertThat(visit.at(".ignored")).hasText(Pattern.compile("1 file looks like a log.*"));

    Files.createDirectory(root.resolve("rnus"));
    assertThat(visit.at("#unreadable")).isHidden();
  }

  @Test
  void an_address_with_a_run_that_is_not_there_leads_to_those_that_are() throws Exception {
    MadeLogs.write(root.resolve("llm"));
    watch(Map.of("gpu", "off"));
    exporter.scrapeWith("training_step{run=\"llm\"");
    Visit visit = openWithout(exporter.url() + "?run=none");

    assertThat(visit.at("#empty")).containsText("There is no run \"none\"");
    visit.at("#empty button").click();
    assertThat(visit.at("#run-name")).hasText("llm");
  }

  @Test
  void below_a_path_prefix_all_of_it_works_and_the_root_leads_there() throws Exception {
    MadeLogs.write(root.resolve("llm"));
    watch(Map.of("gpu", "off", "web.route-prefix", "/train/a"));
    assertEquals("a/", exporter.get("train/a").headers().firstValue("Location").orElseThrow());
    while (!exporter.get("train/a/api/runs").body().contains("\"llm\"")) {
      Thread.onSpinWait(); // a page that is opened before that complains
    }
    Visit visit = visits.open(exporter.url());
    visit.showsStep("loss", MadeLogs.STEPS);
    assertThat(visit.page).hasURL(exporter.url() + "train/a/?run=llm");
    visit.isStreaming();
  }
}
