package org.trainingexporter.trainer.web;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trainingexporter.trainer.settings.TrainingSettings;
import org.trainingexporter.trainer.training.DecisionRegions;
import org.trainingexporter.trainer.training.EpochLosses;
import org.trainingexporter.trainer.training.Training;
import org.trainingexporter.trainer.training.TrainingProgress;

/**
 * One training that was requested. Its data are made when it begins and freed by {@link #release}.
 * Safe for many threads.
 */
final class Session {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  /** Its state, as the page shows it. */
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
   * @param click number of the click that started it; one click can start several
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

  /** Why it failed; empty if it did not. */
  synchronized String problem() {
    return problem;
  }

  synchronized Optional<TrainingProgress> progress() {
    return Optional.ofNullable(training == null ? progress : training.progress());
  }

  /** How long it has trained. */
  synchronized Duration age() {
    return began == null
        ? Duration.ZERO
        : Duration.between(began, ended == null ? clock.instant() : ended);
  }

  synchronized Optional<DecisionRegions> regions() {
    return Optional.ofNullable(training).map(Training::regions);
  }

  /** Of the epochs so far; empty once it is released. */
  synchronized List<EpochLosses.EpochLoss> losses() {
    return training == null ? List.of() : training.losses();
  }

  /** Trains until the end or until stopped. Blocks. A failure becomes the session's problem. */
  void train(Path directory) {
    begin();
    try {
      Training created = new Training(settings, directory);
      adopt(created);
      created.run();
      end(
          created.progress().state() == TrainingProgress.ProgressState.STOPPED
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

  private synchronized void adopt(Training created) {
    training = created;
    if (stopped) {
      created.stop();
    }
  }

  private synchronized void end(SessionState how, String why) {
    state = how;
    problem = why;
    ended = clock.instant();
  }

  /** Ends it after the current batch, or before it begins. */
  synchronized void stop() {
    stopped = true;
    if (state == SessionState.WAITING) {
      state = SessionState.DROPPED;
    } else if (training != null) {
      training.stop();
    }
  }

  /** Frees everything but the progress. */
  synchronized void release() {
    progress = progress().orElse(null);
    training = null;
  }
}
