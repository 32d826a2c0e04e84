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
import org.trainingexporter.trainer.training.Progress;
import org.trainingexporter.trainer.training.Settings;
import org.trainingexporter.trainer.training.Training;

/** One training that was asked for. Its data are drawn when it begins, and let go by release. */
final class Session {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  /** Where it stands. */
  enum State {
    WAITING,
    TRAINING,
    FINISHED,
    STOPPED,
    FAILED,
    DROPPED
  }

  private final String run;
  private final int click;
  private final Settings settings;
  private final InstantSource clock;
  private State state = State.WAITING;
  private boolean stopped;
  private Training training;
  private Progress progress;
  private Instant began;
  private Instant ended;
  private String problem = "";

  /**
   * @param click those that one click started have the same
   */
  Session(String run, int click, Settings settings, InstantSource clock) {
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

  Settings settings() {
    return settings;
  }

  synchronized State state() {
    return state;
  }

  /** Why it failed; empty where it did not. */
  synchronized String problem() {
    return problem;
  }

  synchronized Optional<Progress> progress() {
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
      take(made);
      made.run();
      end(made.progress().state() == Progress.State.STOPPED ? State.STOPPED : State.FINISHED, "");
    } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
      LOG.error("{} failed: {}", run, e.toString());
      LOG.debug("Where", e);
      end(State.FAILED, e.getMessage() == null ? e.toString() : e.getMessage());
    }
  }

  private synchronized void begin() {
    state = State.TRAINING;
    began = clock.instant();
  }

  private synchronized void take(Training made) {
    training = made;
    if (stopped) {
      made.stop();
    }
  }

  private synchronized void end(State how, String why) {
    state = how;
    problem = why;
    ended = clock.instant();
  }

  /** Ends it after its batch, or before it begins. */
  synchronized void stop() {
    stopped = true;
    if (state == State.WAITING) {
      state = State.DROPPED;
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
