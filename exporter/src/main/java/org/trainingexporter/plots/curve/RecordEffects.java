package org.trainingexporter.plots.curve;

import java.util.Arrays;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.RunMetricsView;

/** Notices what a record has done to the points told before it. */
public final class RecordEffects {
  private static final int NONE = Integer.MAX_VALUE;
  private static final Signal[] SIGNALS = Signal.values();

  /** Hears what no longer holds. */
  public interface Listener {
    /** All of it: positions are told by another counter. */
    void begunAnew();

    /** The signal's points: a better alias of it came up. */
    void respelled(Signal signal);

    /** A further attempt begins. */
    void restarted();

    /** What stands above the newest position. */
    void rewound();
  }

  private final int[] aliases = new int[SIGNALS.length];
  private final int[] losses = new int[SIGNALS.length];
  private boolean countsSteps;
  private boolean hasTrained;
  private long restarts;
  private long rewinds;

  public RecordEffects() {
    Arrays.fill(aliases, NONE);
  }

  /**
   * Looks after each record.
   *
   * @param trains whether it trains: what comes before the first such record keeps its place
   */
  public void detect(RunMetricsView figures, boolean trains, Listener to) {
    if (figures.countsSteps() != countsSteps) {
      countsSteps = figures.countsSteps();
      if (hasTrained) {
        to.begunAnew();
      }
    }
    hasTrained |= trains;
    for (Curve curve : Curve.all()) {
      if (isRespelled(figures, curve.signal)) {
        to.respelled(curve.signal);
      }
    }
    if (isRespelled(figures, Signal.POSITION)) {
      to.begunAnew();
    }
    if (figures.restarts() != restarts) {
      restarts = figures.restarts();
      to.restarted();
    } else if (figures.rewinds() != rewinds) {
      rewinds = figures.rewinds();
      to.rewound();
    }
  }

  private boolean isRespelled(RunMetricsView figures, Signal signal) {
    int now = figures.alias(signal);
    int before = aliases[signal.ordinal()];
    int lost = figures.losses(signal) - losses[signal.ordinal()];
    aliases[signal.ordinal()] = now;
    losses[signal.ordinal()] += lost;
    return before != NONE && (now < before || lost > 0);
  }
}
