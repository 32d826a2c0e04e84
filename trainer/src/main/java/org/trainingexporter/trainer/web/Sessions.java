package org.trainingexporter.trainer.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trainingexporter.trainer.training.Settings;
import org.trainingexporter.trainer.training.Training;

/** Trainings one after the other, on a thread of their own: the engine does one at a time. */
public final class Sessions implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

  /** A training and the name of its run. */
  public record Session(String run, Training training) {}

  private final Path runs;
  private final Deque<Session> waiting = new ArrayDeque<>();
  private Session current;
  private Thread worker;
  private int made;

  /**
   * @param runs where each training makes its run's directory
   */
  public Sessions(Path runs) {
    this.runs = runs;
  }

  /** Starts them in order and names their runs; false, and nothing started, while others run. */
  public synchronized boolean start(List<Settings> all) {
    if (busy()) {
      return false;
    }
    for (Settings settings : all) {
      String run = free(settings);
      waiting.add(new Session(run, new Training(settings, runs.resolve(run))));
    }
    current = waiting.remove();
    worker = new Thread(this::work, "training");
    worker.setDaemon(true);
    worker.start();
    return true;
  }

  private String free(Settings settings) {
    String name = (settings.dataset() + "-" + settings.model()).toLowerCase(Locale.ROOT);
    String run;
    do {
      run = name + "-" + ++made;
    } while (Files.exists(runs.resolve(run)));
    return run;
  }

  private void work() {
    for (Session session = current(); session != null; session = next()) {
      try {
        session.training().run();
      } catch (Exception e) {
        LOG.error("{} failed: {}", session.run(), e.toString());
      }
    }
  }

  private synchronized Session next() {
    Session next = waiting.poll();
    if (next == null) {
      worker = null;
    } else {
      current = next;
    }
    return next;
  }

  /** Ends the current training after its batch, and starts none that waits. */
  public synchronized void stop() {
    waiting.clear();
    if (current != null) {
      current.training().stop();
    }
  }

  public synchronized boolean busy() {
    return worker != null;
  }

  /** The training that runs, or else ran last; null before the first. */
  public synchronized Session current() {
    return current;
  }

  public synchronized int waiting() {
    return waiting.size();
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
