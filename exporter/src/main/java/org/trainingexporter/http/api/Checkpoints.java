package org.trainingexporter.http.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.trainingexporter.run.RunSnapshot;

/** {@code api/checkpoints}: the newest checkpoints of a run and its best, newest first. */
final class Checkpoints implements Page {
  private final Model model;

  Checkpoints(Model model) {
    this.model = model;
  }

  @Override
  public Json.Part answer(Parameters parameters) throws Problem {
    RunSnapshot run = model.run(parameters.run());
    List<RunSnapshot.Checkpoint> newestFirst = new ArrayList<>(run.checkpoints());
    Collections.reverse(newestFirst);
    return json ->
        json.object(
            it -> {
              it.text("run", run.identity().name());
              it.<RunSnapshot.Checkpoint>objects(
                  "checkpoints",
                  newestFirst,
                  (one, checkpoint) -> {
                    one.text("name", checkpoint.name());
                    one.number("step", checkpoint.step());
                    one.number("saved", checkpoint.saved());
                    one.number("size_bytes", checkpoint.bytes());
                    one.number("validation_loss", checkpoint.loss());
                    one.number("validation_perplexity", checkpoint.perplexity());
                    one.truth("best", checkpoint.best());
                  });
            });
  }
}
