package org.trainingexporter.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The class that Jazzer runs. The property {@code target} names the target, {@code corpus} a
 * directory of inputs that are read first, so that classes are loaded before time counts.
 */
public final class FuzzTargets {
  private static final long MOST_NANOS = 1_000_000_000L;
  private static final Map<String, Target> ALL =
      Map.ofEntries(
          Map.entry("lines", new LineReaderTarget()),
          Map.entry("json", new LogTarget("train.jsonl")),
          Map.entry("csv", new LogTarget("log.csv")),
          Map.entry("text", new LogTarget("train.log")),
          Map.entry("documents", new LogTarget("trainer_state.json")),
          Map.entry("events", new LogTarget("events.out.tfevents.1700000000.host")),
          Map.entry("wandb", new LogTarget("run-abcdefgh.wandb")),
          Map.entry("config", new ConfigTarget()),
          Map.entry("webconfig", new WebConfigTarget()),
          Map.entry("parameters", new ParametersTarget()));

  private static final Target TARGET = ALL.get(System.getProperty("target"));
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private FuzzTargets() {}

  /** Called by Jazzer before the first input. */
  public static void fuzzerInitialize() throws IOException {
    try (Stream<Path> corpus = Files.list(Path.of(System.getProperty("corpus")))) {
      List<Path> seeds = corpus.filter(it -> it.toString().contains("seed-")).toList();
      for (Path seed : seeds) {
        TARGET.read(Files.readAllBytes(seed));
      }
    }
  }

  /** Called by Jazzer once for each input; a second of the processor is a finding. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    long start = THREADS.getCurrentThreadCpuTime();
    TARGET.read(bytes);
    long taken = THREADS.getCurrentThreadCpuTime() - start;
    if (taken > MOST_NANOS) {
      throw new IllegalStateException(bytes.length + " bytes took " + taken / 1_000_000 + " ms");
    }
  }
}
