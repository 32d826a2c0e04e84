package org.trainingexporter.trainer.web;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trainingexporter.trainer.training.TrainingSettings;

/** Trainings one after the other, on a thread of their own: the engine does one at a time. */
public final class Sessions implements AutoCloseable {
  private static final int KEPT = 50;

  private final Path runs;
  private final InstantSource clock;
  private final List<Session> all = new ArrayList<>();
  private Session current;
  private Thread worker;
  private boolean stopping;
  private int clicks;
  private int made;

  /**
   * @param runs where each training makes its run's directory
   */
  public Sessions(Path runs, InstantSource clock) {
    this.runs = runs;
    this.clock = clock;
  }

  /** Starts them in order; false, and nothing started, while others train or wait. */
  public synchronized boolean start(List<TrainingSettings> chosen) {
    if (busy()) {
      return false;
    }
    clicks++;
    for (TrainingSettings settings : chosen) {
      all.add(new Session(name(settings, chosen), clicks, settings, clock));
    }
    all.subList(0, Math.max(0, all.size() - KEPT)).clear();
    stopping = false;
    worker = new Thread(this::work, "training");
    worker.setDaemon(true);
    worker.start();
    return true;
  }

  private String name(TrainingSettings settings, List<TrainingSettings> chosen) {
    String kind = (settings.dataset() + "-" + settings.model()).toLowerCase(Locale.ROOT);
    String numbered;
    do {
      numbered = kind + "-" + ++made;
    } while (isTaken(numbered));
    return numbered + SettingsView.difference(settings, chosen);
  }

  /** Whether an earlier run has the number, whatever else its name tells. */
  private boolean isTaken(String numbered) {
    String[] earlier =
        runs.toFile().list((folder, name) -> (name + "-").startsWith(numbered + "-"));
    return earlier != null && earlier.length > 0;
  }

  private void work() {
    for (Session session = next(); session != null; session = next()) {
      session.train(runs.resolve(session.run()));
    }
  }

  private synchronized Session next() {
    Session next =
        all.stream()
            .filter(it -> it.state() == Session.SessionState.WAITING)
            .findFirst()
            .orElse(null);
    if (next == null) {
      worker = null;
    } else {
      if (current != null) {
        current.release();
      }
      current = next;
    }
    return next;
  }

  /** Ends the current training after its batch, and starts none that waits. */
  public synchronized void stop() {
    stopping = busy();
    all.forEach(Session::stop);
  }

  public synchronized boolean busy() {
    return worker != null;
  }

  /** Whether the current training was told to stop and has not done so yet. */
  synchronized boolean stopping() {
    return stopping && busy();
  }

  /** The newest, in the order in which they train. */
  synchronized List<Session> all() {
    return List.copyOf(all);
  }

  /** The training that runs, or else ran last; null before the first. */
  synchronized Session current() {
    return current;
  }

  @Override
  public void close() {
    Thread running;
    synchronized (this) {
      stop();
      running = worker;
    }
    try {
      if (running != null) {
        running.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
