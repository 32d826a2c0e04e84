package org.trainingexporter.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.config.run.RunRule;
import org.trainingexporter.parse.open.Logs;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.tail.FileState;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.ManualClock;
import org.trainingexporter.watch.log.PollResult;

/** Rules may change while runs are watched. */
final class ChangedRulesTest {
  @TempDir private Path root;
  private final ManualClock clock = new ManualClock();
  private Optional<RunRule> ofA = Optional.empty();

  private Watcher watcher() {
    Logs logs = new Logs(FileState::of, 1 << 20);
    return new Watcher(
        List.of(root),
        logs,
        run -> run.equals("a") ? ofA : Optional.empty(),
        ZoneOffset.UTC,
        Optional.empty(),
        clock);
  }

  private RunSnapshot run(Watcher watcher, String name) {
    clock.advance(Duration.ofMillis(500));
    while (watcher.poll() == PollResult.MORE) {
      clock.advance(Duration.ofMillis(1));
    }
    return watcher.watched(name).orElseThrow().run();
  }

  @Test
  void a_run_whose_rule_has_changed_is_read_anew_under_its_name() throws IOException {
    for (String name : List.of("a", "b")) {
      Path directory = Files.createDirectory(root.resolve(name));
      Files.writeString(directory.resolve("train.jsonl"), Lines.trains(1, 9));
    }
    Watcher watcher = watcher();
    RunSnapshot before = run(watcher, "a");
    RunSnapshot other = run(watcher, "b");
    ofA = Optional.of(RunRule.schedule(944, 5e-6));
    assertSame(before, run(watcher, "a"), "a rule is asked for when it is said to have changed");
    watcher.rulesChanged();
    RunSnapshot now = run(watcher, "a");
    assertEquals(944, now.schedule().warmupSteps());
    assertEquals(9, now.position().step());
    assertSame(other, run(watcher, "b"));
  }
}
