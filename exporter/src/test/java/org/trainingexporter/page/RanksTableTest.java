package org.trainingexporter.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.RunningExporter;

/** The table of ranks, of runs that log by rank alone. */
@Timeout(120)
final class RanksTableTest {
  private static final int STEPS = 40;
  private static final long START = 1_763_800_000;

  @RegisterExtension private final Visits visits = new Visits();
  @TempDir private Path root;
  private RunningExporter exporter;

  private Visit open() throws Exception {
    exporter = RunningExporter.watch(root, InstantSource.system(), Map.of("gpu", "off"));
    exporter.scrapeWith("training_step{run=\"llm\"");
    return visits.open(exporter.url());
  }

  private void write(int rank, int seconds) throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int step = 1; step <= STEPS * 60 / seconds; step++) {
      String line = "{\"step\": %d, \"loss\": %d.5, \"timestamp\": %d}%n";
      lines.append(line.formatted(step, rank, START + (long) step * seconds));
    }
    Path run = Files.createDirectories(root.resolve("llm"));
    Files.writeString(run.resolve("train_rank" + rank + ".jsonl"), lines);
  }

  @AfterEach
  void stop() {
    exporter.close();
  }

  @Test
  void each_rank_has_a_row_and_a_slow_one_says_so() throws Exception {
    write(0, 60);
    write(1, 60);
    write(2, 120);
    Visit visit = open();
    assertThat(visit.at("#ranks tbody tr")).hasCount(3);
    assertThat(visit.at("#ranks tr[data-rank='1'] td").nth(0)).hasText("40");
    assertThat(visit.at("#ranks tr[data-rank='1'] td").nth(1)).hasText("1.50");
    assertThat(visit.at("#ranks tr[data-rank='1'] td").nth(2)).hasText("60.0");
    assertThat(visit.at("#ranks tr[data-rank='1'] td").nth(4)).hasText("");
    assertThat(visit.at("#ranks tr[data-rank='2'] td").nth(4)).hasText("slow, 2.00 × the median");
  }

  @Test
  void a_run_of_one_process_has_no_such_table() throws Exception {
    write(0, 60);
    Visit visit = open();
    assertThat(visit.at("#run-name")).hasText("llm");
    assertThat(visit.at("#ranks")).isHidden();
  }
}
