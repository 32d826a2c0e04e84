package org.trainingexporter.gpu;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.trainingexporter.gpu.reading.Gpu;
import org.trainingexporter.gpu.reading.GpuMetric;
import org.trainingexporter.gpu.reading.GpuSource;
import org.trainingexporter.gpu.reading.GpuUnavailableException;
import org.trainingexporter.gpu.reading.GpuValues;

/** A source that returns what it is given: cards, no driver, or a failure. */
public final class FakeGpus implements GpuSource {
  private List<Gpu> gpus = List.of();
  private String unavailable = "";
  private Runnable first = () -> {};
  private final CountDownLatch closed = new CountDownLatch(1);

  void show(Gpu... cards) {
    gpus = List.of(cards);
    unavailable = "";
  }

  void vanish(String why) {
    unavailable = why;
  }

  /** What a reading does before it answers. */
  void first(Runnable action) {
    first = action;
  }

  /** Whether it is closed before long: the thread that closes it may be slow to end. */
  boolean awaitClosed() throws InterruptedException {
    return closed.await(1, TimeUnit.MINUTES);
  }

  @Override
  public List<Gpu> read() throws GpuUnavailableException {
    first.run();
    if (!unavailable.isEmpty()) {
      throw new GpuUnavailableException(unavailable);
    }
    return gpus;
  }

  @Override
  public void close() {
    closed.countDown();
  }

  public static Gpu card(int index, double joules, Long... processes) {
    GpuValues values = new GpuValues();
    values.add(GpuMetric.ENERGY, joules);
    List.of(processes).forEach(values::addProcess);
    return values.toGpu(index, "GPU-" + index);
  }
}
