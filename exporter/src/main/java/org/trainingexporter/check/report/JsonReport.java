package org.trainingexporter.check.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trainingexporter.check.directory.DirectoryReport;
import org.trainingexporter.check.directory.DirectoryReport.FileIgnored;
import org.trainingexporter.check.directory.DirectoryReport.FileRole;
import org.trainingexporter.check.directory.DirectoryReport.RunFiles;
import org.trainingexporter.check.file.FileReport;
import org.trainingexporter.check.file.KeyReport;
import org.trainingexporter.check.file.RejectionTally;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.Unknown;
import org.trainingexporter.parse.open.TimeBasis;
import org.trainingexporter.run.RunSnapshot;

/** The report for programs and for issues: an array with an object for each file or directory. */
public final class JsonReport implements Report {
  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

  private final DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
  private final JsonGenerator json;

  public JsonReport(OutputStream out) throws IOException {
    printer.indentObjectsWith(LINES);
    printer.indentArraysWith(LINES);
    json =
        new JsonFactory()
            .createGenerator(out, JsonEncoding.UTF8)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .setPrettyPrinter(printer);
    json.writeStartArray();
  }

  @Override
  public void add(FileReport file) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", file.file());
    text("error", file.trouble());
    json.writeBooleanField("is_log", file.isLog());
    if (file.isOpened()) {
      text("why_not", file.whyNot());
      json.writeStringField("format", file.profile().format().label());
      json.writeStringField("writer", file.run().identity().writer());
      json.writeNumberField("lines", file.lines());
      json.writeNumberField("unread_bytes", file.unread());
      run(file);
      keys(file.keys());
      json.writeNumberField("values_past_bound", file.keysPastBound());
      rejected(file);
    }
    json.writeEndObject();
  }

  @Override
  public void add(DirectoryReport directory) throws IOException {
    json.writeStartObject();
    json.writeStringField("directory", directory.directory());
    json.writeArrayFieldStart("runs");
    for (RunFiles run : directory.runs()) {
      json.writeStartObject();
      json.writeStringField("run", run.run());
      text("name", run.name());
      json.writeArrayFieldStart("files");
      for (FileRole file : run.files()) {
        row(
            List.of("file", "role", "format", "writer"),
            List.of(file.file(), file.role().label, file.format().label(), file.writer()));
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("ignored");
    for (FileIgnored file : directory.ignored()) {
      row(
          List.of("file", "reason", "nearest"),
          List.of(file.file(), file.reason().label, file.nearest()));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void row(List<String> names, List<String> values) throws IOException {
    beginRow();
    for (int i = 0; i < names.size(); i++) {
      json.writeStringField(names.get(i), values.get(i));
    }
    endRow();
  }

  private void run(FileReport file) throws IOException {
    RunSnapshot run = file.run();
    Map<String, Double> records = new TreeMap<>();
    run.counts().records().forEach((kind, count) -> records.put(kind.label, (double) count));
    numbers("records", records);
    json.writeObjectFieldStart("attempts");
    json.writeNumberField("restarts", run.counts().restarts());
    json.writeNumberField("rewinds", run.counts().rewinds());
    json.writeEndObject();
    json.writeObjectFieldStart("position");
    json.writeStringField("unit", file.isCountedBySteps() ? "step" : "epoch");
    number("first", file.firstPosition());
    number("newest", file.newestPosition());
    json.writeEndObject();
    json.writeObjectFieldStart("times");
    json.writeStringField("from", file.times().label);
    boolean zoneless = file.profile().timeBasis() == TimeBasis.LOCAL;
    json.writeBooleanField("zoneless", zoneless);
    number("first", run.times().first());
    number("newest", run.times().newest());
    json.writeEndObject();
    numbers("metrics", file.isLog() ? file.figures() : Map.of());
    json.writeObjectFieldStart("settings");
    for (Map.Entry<String, String> setting : run.settings().entrySet()) {
      json.writeStringField(setting.getKey(), setting.getValue());
    }
    json.writeEndObject();
  }

  private void keys(List<KeyReport> keys) throws IOException {
    json.writeArrayFieldStart("keys");
    for (KeyReport key : keys) {
      beginRow();
      json.writeStringField("key", key.name());
      json.writeNumberField("values", key.values());
      json.writeFieldName("last");
      if (key.values() == 0) {
        json.writeNull();
      } else {
        JsonNumbers.write(json, key.last());
      }
      text("metric", key.metric());
      text("left_over", key.leftOver());
      json.writeStringField("rule", key.rule());
      endRow();
    }
    json.writeEndArray();
  }

  private void rejected(FileReport file) throws IOException {
    RejectionTally rejected = file.rejected();
    list("refused_lines", file, true, rejected.lineCount(), rejected.lines());
    list("refused_values", file, false, rejected.valueCount(), rejected.values());
  }

  private void list(
      String name, FileReport file, boolean lines, long count, List<RejectionTally.Entry> entries)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("count", count);
    Map<String, Double> reasons = new TreeMap<>();
    file.run().counts().rejections().entrySet().stream()
        .filter(e -> e.getKey().ofLine == lines)
        .forEach(e -> reasons.put(e.getKey().label, (double) e.getValue()));
    numbers("by_reason", reasons);
    json.writeArrayFieldStart("first");
    for (RejectionTally.Entry e : entries) {
      beginRow();
      json.writeNumberField("line", e.line());
      if (!lines) {
        json.writeStringField("key", e.key());
      }
      Rejection reason = e.reason();
      json.writeStringField("reason", reason.label);
      json.writeStringField("detail", e.detail());
      endRow();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** An object on one line. */
  private void beginRow() throws IOException {
    printer.indentObjectsWith(DefaultPrettyPrinter.FixedSpaceIndenter.instance);
    json.writeStartObject();
  }

  private void endRow() throws IOException {
    json.writeEndObject();
    printer.indentObjectsWith(LINES);
  }

  private void numbers(String name, Map<String, Double> values) throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Double> e : values.entrySet()) {
      number(e.getKey(), e.getValue());
    }
    json.writeEndObject();
  }

  /** Null where it is unknown. */
  private void number(String name, double value) throws IOException {
    json.writeFieldName(name);
    if (Unknown.isUnknown(value)) {
      json.writeNull();
    } else {
      JsonNumbers.write(json, value);
    }
  }

  private void text(String name, String value) throws IOException {
    json.writeStringField(name, value.isEmpty() ? null : value);
  }

  @Override
  public void close() throws IOException {
    json.writeEndArray();
    json.writeRaw('\n');
    json.close();
  }
}
