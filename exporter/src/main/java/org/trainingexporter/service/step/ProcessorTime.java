package org.trainingexporter.service.step;

import java.lang.management.ManagementFactory;

/** The processor time of threads, as the virtual machine counts it. Any thread. */
final class ProcessorTime implements Crew.ThreadTime {
  /** The bean is made at the first call: most rounds are over before anybody asks. */
  private static final class Bean {
    static final java.lang.management.ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  }

  @Override
  @SuppressWarnings("deprecation") // its replacement came with Java 19
  public long of(Thread thread) {
    return Bean.THREADS.getThreadCpuTime(thread.getId());
  }
}
