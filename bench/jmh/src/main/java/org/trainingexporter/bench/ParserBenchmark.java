package org.trainingexporter.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.trainingexporter.demo.ReferenceLog;
import org.trainingexporter.event.Fields;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.parse.Sniff;
import org.trainingexporter.parse.open.Logs;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.parse.time.Timestamps;
import org.trainingexporter.tail.FileState;

/** Nanoseconds a line of the reference log, from bytes in the page cache to a record. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ParserBenchmark {
  private static final int LINES = 10_000;

  private Path log;
  private Logs logs;
  private Sniff profile;

  @Setup(Level.Trial)
  public void write() throws IOException {
    log = Files.createTempFile("reference", ".jsonl");
    ReferenceLog.write(log, LINES, 1);
    logs = new Logs(FileState::of, 1 << 24);
    profile = logs.logProbe().profile(log, new Fields(Map.of()));
  }

  @TearDown(Level.Trial)
  public void remove() throws IOException {
    Files.delete(log);
  }

  @Benchmark
  @OperationsPerInvocation(LINES)
  public int line() throws IOException {
    RecordSource source =
        logs.open(
            profile,
            () -> log,
            List.of(),
            new Fields(Map.of()),
            new Timestamps(ZoneOffset.UTC),
            (reason, line, key, detail) -> {},
            0);
    LogRecord record = new LogRecord();
    int records = 0;
    source.look(0);
    while (source.next(record)) {
      records++;
    }
    return records;
  }
}
