package org.trainingexporter.http.api;

import java.io.IOException;
import org.trainingexporter.run.RunSnapshot;

/** {@code api/checkpoints}: the newest checkpoints of a run and its best, newest first. */
final class Checkpoints {
  private Checkpoints() {}

  static void write(Json json, RunSnapshot run) throws IOException {
    json.<RunSnapshot.Checkpoint>objects(
        "checkpoints", RunPage.newestFirst(run.checkpoints()), Checkpoints::write);
  }

  private static void write(Json json, RunSnapshot.Checkpoint checkpoint) throws IOException {
    json.text("name", checkpoint.name());
    json.number("step", checkpoint.step());
    json.number("saved", checkpoint.saved());
    json.number("size_bytes", checkpoint.bytes());
    json.number("validation_loss", checkpoint.loss());
    json.number("validation_perplexity", checkpoint.perplexity());
    json.truth("best", checkpoint.best());
  }
}
