package org.trainingexporter.trainer.web;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trainingexporter.trainer.settings.TrainingSettings;

/** Runs trainings one after the other on a thread of its own. Safe for many threads. */
public final class Sessions implements AutoCloseable {
  private static final int KEPT = 50;

  private final Path runs;
  private final InstantSource clock;
  private final List<Session> all = new ArrayList<>();
  private Session current;
  private Thread worker;
  private boolean stopping;
  private int clicks;
  private int lastNumber;

  /**
   * @param runs directory in which each training creates its run's directory
   */
  public Sessions(Path runs, InstantSource clock) {
    this.runs = runs;
    this.clock = clock;
  }

  /** Starts trainings in order. Returns false and starts none while others train or wait. */
  public synchronized boolean start(List<TrainingSettings> requested) {
    if (busy()) {
      return false;
    }
    clicks++;
    for (TrainingSettings settings : requested) {
      all.add(new Session(name(settings, requested), clicks, settings, clock));
    }
    all.subList(0, Math.max(0, all.size() - KEPT)).clear();
    stopping = false;
    worker = new Thread(this::work, "training");
    worker.setDaemon(true);
    worker.start();
    return true;
  }

  private String name(TrainingSettings settings, List<TrainingSettings> requested) {
    String kind = (settings.dataset() + "-" + settings.model()).toLowerCase(Locale.ROOT);
    String numbered;
    do {
      numbered = kind + "-" + ++lastNumber;
    } while (isTaken(numbered));
    return numbered + SettingsView.difference(settings, requested);
  }

  /** Whether an earlier run has this number, whatever follows it in its name. */
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

  /** Ends the current training after its batch and drops those that wait. */
  public synchronized void stop() {
    stopping = busy();
    all.forEach(Session::stop);
  }

  public synchronized boolean busy() {
    return worker != null;
  }

  /** Whether the current training is being stopped. */
  synchronized boolean stopping() {
    return stopping && busy();
  }

  /** The latest trainings, in the order in which they train. */
  synchronized List<Session> all() {
    return List.copyOf(all);
  }

  /** The training that runs or ran last; null before the first. */
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
