package org.trainingexporter.check;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingexporter.check.directory.DirectoryReading;
import org.trainingexporter.check.directory.DirectoryReport;
import org.trainingexporter.check.file.FileProblem;
import org.trainingexporter.check.file.FileReport;
import org.trainingexporter.check.file.LogReading;
import org.trainingexporter.check.file.RejectionTally;
import org.trainingexporter.check.report.JsonReport;
import org.trainingexporter.check.report.Report;
import org.trainingexporter.check.report.TextReport;
import org.trainingexporter.config.Settings;
import org.trainingexporter.config.flag.Flags;
import org.trainingexporter.config.run.RunRule;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.parse.format.LogFiles;
import org.trainingexporter.parse.open.LogProfile;
import org.trainingexporter.parse.open.Logs;
import org.trainingexporter.parse.record.ParseContext;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.parse.time.Timestamps;
import org.trainingexporter.run.RunState;
import org.trainingexporter.tail.FileState;
import org.trainingexporter.watch.setting.RunConfigs;
import org.trainingexporter.watch.setting.SettingFiles;

/**
 * The command {@code check}: reads files, each alone and as the exporter would read it, and reports
 * how. Of a directory it reports which files belong to which run. A rule of the configuration
 * applies if it matches the name of the file's directory.
 */
public final class Check {
  /** Later than any file's time: all that is there is read as it stands. */
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
        any |= Files.isDirectory(file) ? addDirectory(file, report) : addFile(file, report);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the report cannot be written: " + e.getMessage(), e);
    }
    out.flush();
    return any ? 0 : 1;
  }

  /** Buffered, since the console's stream writes each piece at once. */
  private OutputStream sink() {
    return new BufferedOutputStream(out);
  }

  /** Whether it holds a record of a log. */
  private boolean addFile(Path file, Report report) throws IOException {
    FileReport read = read(file);
    report.add(read);
    return read.isLog() && read.records() > 0;
  }

  /** Whether it holds a run. */
  private boolean addDirectory(Path directory, Report report) throws IOException {
    DirectoryReading reading = new DirectoryReading(logs, settings::ruleFor, zone, this::writerOf);
    Path path = directory.toAbsolutePath().normalize();
    DirectoryReport read = reading.read(path, directory.toString());
    report.add(read);
    return !read.runs().isEmpty();
  }

  private String writerOf(Path file) {
    FileReport read = read(file);
    return read.isOpened() ? read.run().identity().writer() : "";
  }

  private FileReport read(Path file) {
    Path path = file.toAbsolutePath().normalize();
    String trouble = FileProblem.of(path);
    if (!trouble.isEmpty()) {
      return FileReport.unreadable(file.toString(), trouble);
    }
    try {
      return readLog(path).report(file.toString());
    } catch (IOException e) {
      return FileReport.unreadable(file.toString(), FileProblem.of(e));
    }
  }

  private LogReading readLog(Path path) throws IOException {
    Optional<RunRule> rule = settings.ruleFor(nameOfRun(path));
    KeyRegistry keys = new KeyRegistry(rule.map(RunRule::fields).orElse(Map.of()));
    Timestamps times = new Timestamps(rule.flatMap(RunRule::timeZone).orElse(zone));
    ParseContext context = new ParseContext(keys, times);
    RunState state = new RunState(keys, RunConfigs.of(rule));
    RejectionTally rejected = new RejectionTally(state);
    state.setSettings(SettingFiles.beside(path));
    LogFiles files = LogFiles.alone(path);
    LogProfile profile = logs.probe().probe(files, context, NOW);
    RecordSource source = logs.open(profile, files, context, rejected, NOW);
    LogReading reading = new LogReading(profile, keys, state, rejected);
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
}
