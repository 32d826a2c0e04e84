package org.trainingexporter.trainer.web;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trainingexporter.trainer.training.Decisions;
import org.trainingexporter.trainer.training.Training;
import org.trainingexporter.trainer.training.TrainingProgress;
import org.trainingexporter.trainer.training.TrainingSettings;

/** One training that was asked for. Its data are drawn when it begins, and let go by release. */
final class Session {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  /** Where it stands. */
  enum SessionState {
    WAITING,
    TRAINING,
    FINISHED,
    STOPPED,
    FAILED,
    DROPPED
  }

  private final String run;
  private final int click;
  private final TrainingSettings settings;
  private final InstantSource clock;
  private SessionState state = SessionState.WAITING;
  private boolean stopped;
  private Training training;
  private TrainingProgress progress;
  private Instant began;
  private Instant ended;
  private String problem = "";

  /**
   * @param click those that one click started have the same
   */
  Session(String run, int click, TrainingSettings settings, InstantSource clock) {
    this.run = run;
    this.click = click;
    this.settings = settings;
    this.clock = clock;
  }

  String run() {
    return run;
  }

  int click() {
    return click;
  }

  TrainingSettings settings() {
    return settings;
  }

  synchronized SessionState state() {
    return state;
  }

  /** Why it failed; empty where it did not. */
  synchronized String problem() {
    return problem;
  }

  synchronized Optional<TrainingProgress> progress() {
    return Optional.ofNullable(training == null ? progress : training.progress());
  }

  /** How long it has been training. */
  synchronized Duration age() {
    return began == null
        ? Duration.ZERO
        : Duration.between(began, ended == null ? clock.instant() : ended);
  }

  synchronized Optional<Decisions> decisions() {
    return Optional.ofNullable(training).map(Training::decisions);
  }

  /** Trains into the directory until done or stopped; what goes wrong is the session's problem. */
  void train(Path directory) {
    begin();
    try {
      Training made = new Training(settings, directory);
      adopt(made);
      made.run();
      end(
          made.progress().state() == TrainingProgress.ProgressState.STOPPED
              ? SessionState.STOPPED
              : SessionState.FINISHED,
          "");
    } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
      LOG.error("{} failed: {}", run, e.toString());
      LOG.debug("Where", e);
      end(SessionState.FAILED, e.getMessage() == null ? e.toString() : e.getMessage());
    }
  }

  private synchronized void begin() {
    state = SessionState.TRAINING;
    began = clock.instant();
  }

  private synchronized void adopt(Training made) {
    training = made;
    if (stopped) {
      made.stop();
    }
  }

  private synchronized void end(SessionState how, String why) {
    state = how;
    problem = why;
    ended = clock.instant();
  }

  /** Ends it after its batch, or before it begins. */
  synchronized void stop() {
    stopped = true;
    if (state == SessionState.WAITING) {
      state = SessionState.DROPPED;
    } else if (training != null) {
      training.stop();
    }
  }

  /** Keeps its figures alone. */
  synchronized void release() {
    progress = progress().orElse(null);
    training = null;
  }
}
