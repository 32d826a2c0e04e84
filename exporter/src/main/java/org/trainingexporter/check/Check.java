package org.trainingexporter.check;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingexporter.config.Flags;
import org.trainingexporter.config.RunRule;
import org.trainingexporter.config.Settings;
import org.trainingexporter.event.Fields;
import org.trainingexporter.parse.Logs;
import org.trainingexporter.parse.RecordSource;
import org.trainingexporter.parse.Sniff;
import org.trainingexporter.parse.Timestamps;
import org.trainingexporter.run.RunState;
import org.trainingexporter.tail.FileState;
import org.trainingexporter.watch.Plans;

/**
 * The command {@code check}: reads files once, each alone and as the exporter would read it, and
 * says how. A rule of the configuration applies where it matches the name of the file's directory.
 */
public final class Check {
  /** All that is there is old: nothing more is waited for. */
  private static final double NOW = Double.MAX_VALUE;

  private final Settings settings;
  private final PrintStream out;
  private final ZoneId zone;
  private final Logs logs;

  public Check(Settings settings, PrintStream out) {
    this(settings, out, ZoneId.systemDefault());
  }

  /**
   * @param zone of times that are logged without one
   */
  Check(Settings settings, PrintStream out, ZoneId zone) {
    this.settings = settings;
    this.out = out;
    this.zone = zone;
    this.logs = new Logs(FileState::of, settings.get(Flags.TAIL_MAX_LINE_BYTES));
  }

  /**
   * Reads the files and writes a report of each, in UTF-8.
   *
   * @return the exit code: 0, or 1 where no file holds a record of a log
   */
  public int run(List<Path> files, boolean json) {
    boolean any = false;
    try (Report report = json ? new JsonReport(sink()) : new TextReport(sink())) {
      for (Path file : files) {
        FileReport read = read(file);
        report.add(read);
        any |= read.isLog() && read.records() > 0;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the report cannot be written: " + e.getMessage(), e);
    }
    out.flush();
    return any ? 0 : 1;
  }

  /** Large pieces, since the console's stream hands on each piece at once. */
  private OutputStream sink() {
    return new BufferedOutputStream(out);
  }

  private FileReport read(Path file) {
    Path path = file.toAbsolutePath().normalize();
    String trouble = Trouble.of(path);
    if (!trouble.isEmpty()) {
      return FileReport.unreadable(file.toString(), trouble);
    }
    try {
      return readLog(path).report(file.toString());
    } catch (IOException e) {
      return FileReport.unreadable(file.toString(), Trouble.of(e));
    }
  }

  private LogReading readLog(Path path) throws IOException {
    Optional<RunRule> rule = settings.ruleFor(nameOfRun(path));
    Fields fields = new Fields(rule.map(RunRule::fields).orElse(Map.of()));
    Timestamps times = new Timestamps(rule.flatMap(RunRule::timeZone).orElse(zone));
    RunState state = new RunState(fields, Plans.of(rule));
    Refused refused = new Refused(state);
    Sniff sniff = logs.sniffer().sniff(path, new Fields(fields.renamed()));
    RecordSource source =
        logs.open(unsurveyed(sniff), () -> path, List.of(), fields, times, refused, NOW);
    LogReading reading = new LogReading(sniff, fields, state, refused);
    reading.read(source, NOW);
    return reading;
  }

  /** A file that is watched alone gives its run the name of its directory. */
  private static String nameOfRun(Path path) {
    Path directory = path.getParent();
    return directory.getFileName() == null
        ? directory.toString()
        : directory.getFileName().toString();
  }

  /** What is no log is not gone through for its times: it may be a huge data set. */
  private static Sniff unsurveyed(Sniff sniff) {
    return sniff.isLog() ? sniff : new Sniff(sniff.format(), false, true, sniff.trains(), 0, false);
  }
}
