package org.trainingexporter.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.trainingexporter.service.step.Crew;
import org.trainingexporter.tail.FileState;

/**
 * Files on a disk that can die: those whose path has a part of some name hang until the test lets
 * them go on. A crew that reads them knows at once which of its threads hang.
 */
public final class HangingFiles implements FileState.Probe {
  public final HungThreads threads = new HungThreads();
  private final AtomicLong nanos = new AtomicLong();
  private volatile Optional<String> dead = Optional.empty();

  @Override
  public FileState of(Path path) throws IOException {
    if (dead.filter(path.toString()::contains).isPresent()) {
      threads.hang();
    }
    return FileState.of(path);
  }

  /** A crew under the clock of these files. */
  public Crew crew(String name) {
    return new Crew(name, Duration.ofMillis(1), threads, nanos::get);
  }

  public void hang(String part) {
    dead = Optional.of(part);
  }

  /** Lets five seconds pass, after which a crew says that a read hangs. */
  public void passHangs() {
    nanos.addAndGet(Duration.ofSeconds(5).toNanos());
  }

  /** Waits until a crew has left the subject alone, or has it back. */
  public static void awaitHeld(Crew crew, Object subject, boolean held) {
    while (crew.isHeld(subject) != held) {
      Thread.onSpinWait();
    }
  }

  public void goOn() {
    dead = Optional.empty();
    threads.goOn();
  }
}
