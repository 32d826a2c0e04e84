package org.trainingexporter.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;
import org.trainingexporter.demo.record.CheckpointFiles;
import org.trainingexporter.demo.record.JsonLineFile;
import org.trainingexporter.demo.record.TrainingStep;
import org.trainingexporter.demo.story.ExpertRouter;
import org.trainingexporter.demo.story.Incident;
import org.trainingexporter.demo.story.ReferenceRun;

/** Writes a reference run's four logs and its checkpoints into a new directory, line by line. */
final class RunWriter implements AutoCloseable {
  private static final int EXPERTS_EVERY = 100;
  private static final int VALIDATION_EVERY = 500;

  private final Path directory;
  private final ReferenceRun run;
  private final ExpertRouter router;
  private final JsonLineFile training;
  private final JsonLineFile validation;
  private final JsonLineFile experts;
  private final JsonLineFile errors;

  RunWriter(Path directory, ReferenceRun run, ExpertRouter router) throws IOException {
    this.directory = directory;
    this.run = run;
    this.router = router;
    Path logs = Files.createDirectories(directory.resolve("logs"));
    training = create(logs.resolve("training_log.jsonl"));
    validation = create(logs.resolve("eval_log.jsonl"));
    experts = create(logs.resolve("expert_usage_log.jsonl"));
    errors = create(logs.resolve("error_log.jsonl"));
  }

  /** Writes line 0, the baseline validation, or a step with the records that follow it. */
  void write(int line) throws IOException {
    if (line == 0) {
      validation.append(run.validation(0));
      return;
    }
    TrainingStep step = run.training(line);
    training.append(step);
    if (step.step() % EXPERTS_EVERY == 0) {
      experts.append(router.usage(line, step.micros()));
    }
    if (step.step() % VALIDATION_EVERY == 0) {
      validation.append(run.validation(line));
      long savedAt = run.checkpointMicros(line);
      CheckpointFiles.save(
          directory.resolve("checkpoint-" + step.step()),
          FileTime.from(savedAt, TimeUnit.MICROSECONDS));
    }
    for (Incident incident : Incident.ALL) {
      if (incident.line() == line) {
        errors.append(run.error(incident));
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (training;
        validation;
        experts;
        errors) {}
  }

  private static JsonLineFile create(Path file) throws IOException {
    OutputStream out =
        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
    return new JsonLineFile(out);
  }
}
