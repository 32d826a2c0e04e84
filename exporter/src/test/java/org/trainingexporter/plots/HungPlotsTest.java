package org.trainingexporter.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.plots.curve.CurveUpdate;
import org.trainingexporter.plots.layer.LayerHistoryRequest;
import org.trainingexporter.service.step.Crew;
import org.trainingexporter.testing.HangingFiles;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

/** Plots of runs whose logs are on a disk that does not answer, and of others. */
@Timeout(60)
final class HungPlotsTest {
  @TempDir private Path root;
  private final HangingFiles files = new HangingFiles();
  private final Crew crew = files.crew("plots reader");
  private WatchedDirectory logs;
  private Plots plots;

  @BeforeEach
  void watch() throws IOException {
    logs = new WatchedDirectory(root, files);
    plots = logs.plots(crew);
    logs.watcher().report().include(crew);
    logs.write("a/train.jsonl", Lines.trains(1, 3));
    logs.write("b/train.jsonl", Lines.trains(1, 3));
    logs.poll();
  }

  @AfterEach
  void letAllGoOn() {
    files.goOn();
    plots.close();
    crew.close();
  }

  private CompletableFuture<Optional<CurveResponse>> ask(String run) {
    return plots.ask(CurveRequest.of(run, List.of("loss")));
  }

  private static int points(Optional<CurveResponse> answer) {
    return answer.orElseThrow().series().get(0).size();
  }

  private static void assertHangs(String run, CompletableFuture<?> answer) {
    Throwable failure = assertThrows(CompletionException.class, answer::join).getCause();
    assertInstanceOf(HungReadException.class, failure);
    assertEquals(
        "reading the logs of \"" + run + "\" hangs: their file system does not answer",
        failure.getMessage());
  }

  @Test
  void a_request_fails_after_five_seconds_and_other_runs_are_drawn_meanwhile() {
    files.hang("/a/");
    CompletableFuture<Optional<CurveResponse>> hanging = ask("a");
    HangingFiles.awaitHeld(crew, "a", true);

    assertEquals(3, points(ask("b").join()));
    assertFalse(hanging.isDone());
    files.passHangs();
    assertHangs("a", hanging);
  }

  @Test
  void of_a_run_that_is_known_to_hang_all_requests_fail_at_once() {
    files.hang("/a/");
    CompletableFuture<Optional<CurveResponse>> first = ask("a");
    HangingFiles.awaitHeld(crew, "a", true);
    files.passHangs();
    assertHangs("a", first);

    assertHangs("a", ask("a"));
    assertHangs("a", plots.errors(CurveRequest.ofAll("a")));
    assertHangs("a", plots.ask(new LayerHistoryRequest("a", List.of("x"), "", "weight")));
    assertEquals(1, files.threads.count());
  }

  @Test
  void a_request_is_answered_when_the_disk_is_back() {
    files.hang("/a/");
    CompletableFuture<Optional<CurveResponse>> waiting = ask("a");
    HangingFiles.awaitHeld(crew, "a", true);
    files.goOn();

    assertEquals(3, points(waiting.join()));
  }

  @Test
  void the_report_says_that_the_run_is_stalled_until_it_goes_on() {
    files.hang("/a/");
    CompletableFuture<Optional<CurveResponse>> waiting = ask("a");
    HangingFiles.awaitHeld(crew, "a", true);
    assertEquals(Map.of("a", false, "b", false), logs.watcher().report().stalled());

    files.passHangs();
    assertEquals(Map.of("a", true, "b", false), logs.watcher().report().stalled());
    assertHangs("a", waiting);
    files.goOn();
    HangingFiles.awaitHeld(crew, "a", false);
    assertEquals(Map.of("a", false, "b", false), logs.watcher().report().stalled());
    assertEquals(3, points(ask("a").join()));
  }

  @Test
  void viewers_of_other_runs_go_on_and_those_of_the_run_wait() {
    files.hang("/a/");
    CompletableFuture<Optional<CurveResponse>> hanging = ask("a");
    HangingFiles.awaitHeld(crew, "a", true);
    CompletableFuture<List<Optional<CurveUpdate>>> updates = new CompletableFuture<>();
    ask("b").join();
    ScheduledFuture<?> task =
        plots.every(Duration.ofDays(1), () -> updates.complete(List.of(update("a"), update("b"))));

    assertEquals(List.of(true, false), updates.join().stream().map(Optional::isEmpty).toList());
    assertFalse(hanging.isDone());
    assertTrue(task.cancel(false));
  }

  private Optional<CurveUpdate> update(String run) {
    try {
      return plots.updates(CurveRequest.of(run, List.of("loss")), plots.version());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void sixteen_that_hang_leave_no_thread_to_a_further_run_which_is_told_so() throws IOException {
    for (int i = 0; i < Crew.MOST; i++) {
      logs.write("n" + i + "/train.jsonl", Lines.train(1));
    }
    logs.pollLater();
    files.hang("/n");
    List<CompletableFuture<Optional<CurveResponse>>> hanging = new ArrayList<>();
    for (int i = 0; i < Crew.MOST; i++) {
      hanging.add(ask("n" + i));
      HangingFiles.awaitHeld(crew, "n" + i, true);
    }
    CompletableFuture<Optional<CurveResponse>> other = ask("b");
    assertEquals(Optional.empty(), logs.watcher().report().unhealthy());

    files.passHangs();
    hanging.forEach(answer -> assertThrows(CompletionException.class, answer::join));
    assertHangs("b", other);
    assertEquals(
        Optional.of("16 reads hang, and no more can be left alone"),
        logs.watcher().report().unhealthy());
  }
}
