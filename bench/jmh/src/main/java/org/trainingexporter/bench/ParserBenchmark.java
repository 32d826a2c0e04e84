package org.trainingexporter.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
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
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.parse.format.LogFiles;
import org.trainingexporter.parse.open.LogProfile;
import org.trainingexporter.parse.open.Logs;
import org.trainingexporter.parse.record.ParseContext;
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
  private LogFiles files;
  private Logs logs;
  private LogProfile profile;

  @Setup(Level.Trial)
  public void write() throws IOException {
    log = Files.createTempFile("reference", ".jsonl");
    ReferenceLog.write(log, LINES, 1);
    logs = new Logs(FileState::of, 1 << 24);
    files = LogFiles.alone(log);
    profile = logs.probe().probe(files, context(), 0);
  }

  private static ParseContext context() {
    return new ParseContext(new KeyRegistry(Map.of()), new Timestamps(ZoneOffset.UTC));
  }

  @TearDown(Level.Trial)
  public void remove() throws IOException {
    Files.delete(log);
  }

  @Benchmark
  @OperationsPerInvocation(LINES)
  public int line() throws IOException {
    RecordSource source = logs.open(profile, files, context(), RejectionListener.NONE, 0);
    LogRecord record = new LogRecord();
    int records = 0;
    source.checkForChanges(0);
    while (source.next(record)) {
      records++;
    }
    return records;
  }
}
