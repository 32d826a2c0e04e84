package org.trainingexporter.demo.story;

import java.util.List;

/** An error that a run survives, logged in its error log after a line of the training log. */
public record Incident(int line, String type, String message, String raisedIn) {
  public static final List<Incident> ALL =
      List.of(
          new Incident(
              812,
              "OutOfMemoryError",
              "CUDA out of memory. Tried to allocate 1.31 GiB; batch skipped, cache emptied",
              "experts = self.mlp(hidden_states)"),
          new Incident(
              Story.REWIND_LINE,
              "FloatingPointError",
              "loss is not finite; resuming from checkpoint-" + Story.REWIND_STEP,
              "check_finite(loss)"),
          new Incident(
              5_078,
              "ConnectionError",
              "upload of checkpoint-4500 timed out after 60 s; will be tried again",
              "upload(checkpoint)"),
          new Incident(
              7_488,
              "OutOfMemoryError",
              "CUDA out of memory. Tried to allocate 1.31 GiB; batch skipped, cache emptied",
              "experts = self.mlp(hidden_states)"));

  /** A traceback as Python prints it. */
  public String traceback() {
    return "Traceback (most recent call last):\n"
        + "  File \"train.py\", line 412, in train_step\n"
        + "    "
        + raisedIn
        + "\n"
        + type
        + ": "
        + message
        + "\n";
  }
}
