package org.trainingexporter.parse.open;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.parse.csv.CsvLineFormat;
import org.trainingexporter.parse.document.DocumentSource;
import org.trainingexporter.parse.json.JsonLineFormat;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.LineFormat;
import org.trainingexporter.parse.source.LineSource;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.parse.text.TextLineFormat;
import org.trainingexporter.parse.time.FullScan;
import org.trainingexporter.parse.time.TimedSource;
import org.trainingexporter.parse.time.Timestamps;
import org.trainingexporter.tail.FileState;
import org.trainingexporter.tail.LogFile;
import org.trainingexporter.tail.ReadBuffer;

/** Opens logs: the one place that knows which reader a format has. One thread. */
public final class Logs {
  private static final Logger log = LoggerFactory.getLogger(Logs.class);
  static final RejectionListener UNHEARD = (reason, line, key, detail) -> {};
  private static final int LONGEST_TEXT = 1 << 20;

  private final JsonFactory json = factory();

  /** Documents may begin with a byte order mark; lines are cut before they are parsed. */
  private final JsonFactory documents =
      json.rebuild().enable(JsonFactory.Feature.CHARSET_DETECTION).build();

  private final FileState.Probe probe;
  private final int longestLine;

  public Logs(FileState.Probe probe, int longestLine) {
    this.probe = probe;
    this.longestLine = longestLine;
  }

  private static JsonFactory factory() {
    return JsonFactory.builder()
        .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
        .enable(StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .disable(JsonFactory.Feature.CHARSET_DETECTION)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .streamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build())
        .build();
  }

  /** The head of a file, as far as it takes to know what it is. */
  public LogProbe logProbe() {
    return new LogProbe(json, documents, probe);
  }

  /**
   * The records of a log, each with its time.
   *
   * @param place where it is; a document may move to a newer checkpoint
   * @param rotated the log's past, oldest first
   * @param now seconds since 1970
   */
  public RecordSource open(
      LogProfile profile,
      Supplier<Path> place,
      List<Path> rotated,
      KeyRegistry fields,
      Timestamps times,
      RejectionListener rejections,
      double now)
      throws IOException {
    RecordSource source = source(profile, place, rotated, fields, times, rejections);
    if (!Double.isNaN(profile.firstTime()) && !profile.zoneless()) {
      return new TimedSource(source, FullScan.NONE);
    }
    KeyRegistry aside = new KeyRegistry(fields.renamed());
    RecordSource surveyed = source(profile, place, rotated, aside, times, UNHEARD);
    FullScan survey = FullScan.of(surveyed, now);
    double off = times.align(survey.lastTime(), surveyed.modified());
    if (off != 0) {
      log.info("{}: times without a zone are {} s off; taken off", place.get(), off);
    }
    return new TimedSource(source, survey);
  }

  /** Whether the log holds a training record anywhere. */
  public boolean trains(
      LogProfile profile, Path path, List<Path> rotated, KeyRegistry fields, double now)
      throws IOException {
    Timestamps times = new Timestamps(ZoneOffset.UTC);
    return profile.trains()
        || FullScan.of(source(profile, () -> path, rotated, fields, times, UNHEARD), now)
            .training();
  }

  private RecordSource source(
      LogProfile profile,
      Supplier<Path> place,
      List<Path> rotated,
      KeyRegistry fields,
      Timestamps times,
      RejectionListener rejections) {
    RecordReader reader = new RecordReader(fields, times);
    if (profile.format() == LogProfile.LogFormat.DOCUMENT) {
      return new DocumentSource(place, probe, documents, reader, rejections);
    }
    LineFormat format =
        switch (profile.format()) {
          case CSV -> new CsvLineFormat(reader, rejections);
          case TEXT -> new TextLineFormat(json, reader, times, rejections);
          default -> new JsonLineFormat(json, reader, rejections);
        };
    LogFile file = new LogFile(place.get(), rotated, probe, longestLine);
    boolean text = profile.format() == LogProfile.LogFormat.TEXT;
    if (text) {
      times.endYearsAt(lastChange(place.get()));
    }
    return new LineSource(file, format, new ReadBuffer(text), rejections);
  }

  private double lastChange(Path file) {
    try {
      return probe.of(file).modifiedSeconds();
    } catch (IOException e) {
      return Double.NaN; // gone since it was found
    }
  }
}
