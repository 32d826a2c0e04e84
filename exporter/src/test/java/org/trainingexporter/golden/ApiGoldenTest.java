package org.trainingexporter.golden;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trainingexporter.testing.ExpectedFile;

/** Logs in, the page's answers out: one file a case, a line an answer. */
final class ApiGoldenTest {
  private static final List<String> PATHS =
      List.of(
          "api/runs",
          "api/stats",
          "api/plots?points=40",
          "api/checkpoints",
          "api/events",
          "api/errors",
          "api/experts",
          "api/gpu");
  private static final List<String> OF_LAYERS = List.of("api/layers", "api/layers/history");

  static List<GoldenCase> cases() throws IOException {
    return GoldenCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_case_is_answered_as_recorded(GoldenCase golden, @TempDir Path temp)
      throws IOException, InterruptedException {
    StringBuilder made = new StringBuilder();
    try (ApiAnswers api = new ApiAnswers(WatchedCopy.read(golden, temp).model(golden.now()))) {
      for (String path : PATHS) {
        made.append(path).append('\n').append(api.text(path)).append('\n');
      }
      boolean layered = api.text("api/stats").contains("\"layers\":true");
      for (String path : layered ? OF_LAYERS : List.<String>of()) {
        made.append(path).append('\n').append(api.text(path)).append('\n');
      }
    }
    new ExpectedFile(golden.folder.resolve("expected.api").toString(), "update.golden")
        .assertHolds(made.toString());
  }
}
