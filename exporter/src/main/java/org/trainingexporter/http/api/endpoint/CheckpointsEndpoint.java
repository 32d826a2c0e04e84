package org.trainingexporter.http.api.endpoint;

import java.io.IOException;
import org.trainingexporter.http.api.answer.JsonWriter;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.validation.EvaluatedCheckpoint;

/** {@code api/checkpoints}: the latest checkpoints of a run and its best one, newest first. */
public final class CheckpointsEndpoint {
  private CheckpointsEndpoint() {}

  public static void write(JsonWriter json, RunSnapshot run) throws IOException {
    json.<EvaluatedCheckpoint>objects(
        "checkpoints", RunEndpoint.newestFirst(run.checkpoints()), CheckpointsEndpoint::write);
  }

  private static void write(JsonWriter json, EvaluatedCheckpoint checkpoint) throws IOException {
    json.text("name", checkpoint.name());
    json.number("step", checkpoint.step());
    json.number("saved", checkpoint.saved());
    json.number("size_bytes", checkpoint.bytes());
    json.number("validation_loss", checkpoint.loss());
    json.number("validation_perplexity", checkpoint.perplexity());
    json.number("reward", checkpoint.reward());
    json.truth("best", checkpoint.best());
  }
}
