package org.trainingexporter.plots.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.plots.CurveRequest;
import org.trainingexporter.plots.DrawnRun;

/** What a curve gains is told to who has drawn it, and when to draw it anew. */
final class CurveUpdateTest {
  @AutoClose private final DrawnRun run;

  CurveUpdateTest(@TempDir Path root) {
    run = new DrawnRun(root);
  }

  private <T> T onTheCurvesThread(Callable<T> call) throws Exception {
    CompletableFuture<T> result = new CompletableFuture<>();
    Future<?> task =
        run.plots.every(
            Duration.ofDays(1),
            () -> {
              try {
                result.complete(call.call());
              } catch (Exception e) {
                result.completeExceptionally(e);
              }
            });
    try {
      return result.get();
    } finally {
      task.cancel(false);
    }
  }

  private long number() throws Exception {
    return onTheCurvesThread(run.plots::version);
  }

  private CurveUpdate news(long after) throws Exception {
    CurveRequest query = CurveRequest.of(run.logs.run().identity().name(), List.of("loss"));
    return onTheCurvesThread(() -> run.plots.updates(query, after)).orElseThrow();
  }

  @Test
  void what_the_log_has_gained_is_told_and_drawn() throws Exception {
    run.write("{\"step\":1,\"loss\":5}");
    assertEquals("1=5", run.curve("loss"));
    long heard = number();

    run.append("{\"step\":2,\"loss\":4}", "{\"step\":3,\"loss\":3}");
    run.logs.pollLater();

    assertEquals("2=4 3=3", DrawnRun.text(news(heard).series()));
    assertEquals("1=5 2=4 3=3", run.curve("loss"));
    assertEquals("", DrawnRun.text(news(number()).series()));
  }

  @Test
  void who_was_away_is_told_the_rest_or_to_ask_anew() throws Exception {
    run.write("{\"step\":100,\"loss\":5}");
    run.curve("loss");
    long heard = number();
    run.append("{\"step\":110,\"loss\":4}");
    run.curve("loss");
    run.append("{\"step\":120,\"loss\":3}");
    run.curve("loss");

    assertEquals("110=4 120=3", DrawnRun.text(news(heard).series()));
    assertTrue(news(0).reset());

    run.append("{\"step\":105,\"loss\":9}");
    run.logs.pollLater();
    assertTrue(news(heard).reset());
  }
}
