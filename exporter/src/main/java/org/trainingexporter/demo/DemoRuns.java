package org.trainingexporter.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.trainingexporter.demo.story.ExpertRouter;
import org.trainingexporter.demo.story.ReferenceRun;
import org.trainingexporter.demo.story.Story;

/**
 * Writes reference runs into a directory as time passes: first 5,400 steps that end now, then a
 * step a second, and the next run after the last step. It has no thread: the owner calls {@link
 * #advance} about once a second, always from the same thread.
 */
public final class DemoRuns implements AutoCloseable {
  /** Glob of the runs' names. */
  public static final String NAMES = "moe-qlora-*";

  private static final int STEPS_BEFORE_NOW = 5_400;
  private static final int PAUSE_SECONDS = 10;
  private static final int LAYERS = 6;
  private static final int EXPERTS = 16;

  private final Path directory;
  private final InstantSource clock;
  private final long seed;
  private final int layers;
  private final int experts;

  private final int lastLine = Story.lines(ReferenceRun.STEPS);
  private int runs;
  private Instant start;
  private RunWriter writer;
  private int nextLine;

  public DemoRuns(Path directory, InstantSource clock, long seed) {
    this(directory, clock, seed, LAYERS, EXPERTS);
  }

  public DemoRuns(Path directory, InstantSource clock, long seed, int layers, int experts) {
    this.directory = directory;
    this.clock = clock;
    this.seed = seed;
    this.layers = layers;
    this.experts = experts;
  }

  /**
   * Writes the lines that are due by now.
   *
   * @throws UncheckedIOException if a file exists already or cannot be written
   */
  public void advance() {
    try {
      writeUntil(clock.instant());
    } catch (IOException e) {
      throw new UncheckedIOException("demo: cannot write below " + directory, e);
    }
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }

  private void writeUntil(Instant now) throws IOException {
    if (writer == null) {
      begin(now.minusSeconds(Story.lines(STEPS_BEFORE_NOW)));
    }
    long due = ChronoUnit.SECONDS.between(start, now);
    while (due >= nextLine) {
      if (nextLine <= lastLine) {
        writer.write(nextLine++);
      } else if (due >= lastLine + PAUSE_SECONDS) {
        begin(start.plusSeconds(lastLine + PAUSE_SECONDS));
        due = ChronoUnit.SECONDS.between(start, now);
      } else {
        return;
      }
    }
  }

  private void begin(Instant at) throws IOException {
    close();
    runs++;
    start = at;
    nextLine = 0;
    long runSeed = seed + runs;
    writer =
        new RunWriter(
            directory.resolve(String.format(Locale.ROOT, "moe-qlora-%02d", runs)),
            new ReferenceRun(start, ReferenceRun.STEPS, runSeed),
            new ExpertRouter(runSeed, layers, experts));
  }
}
