package org.trainingexporter.check.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.trainingexporter.check.directory.DirectoryReport;
import org.trainingexporter.check.directory.DirectoryReport.FileRole;
import org.trainingexporter.check.directory.DirectoryReport.RunFiles;
import org.trainingexporter.check.file.FileReport;
import org.trainingexporter.check.file.KeyReport;
import org.trainingexporter.check.file.MetricNames;
import org.trainingexporter.check.file.RejectionTally;
import org.trainingexporter.event.grammar.KeyGrammar;

/** The report for people: a block of aligned tables for each file or directory. */
public final class TextReport implements Report {
  private static final int SHOWN = 50;
  private static final int LONGEST_RULE = 34;

  private final Writer out;
  private boolean first = true;

  public TextReport(OutputStream out) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  @Override
  public void add(FileReport file) throws IOException {
    if (!first) {
      out.write("\n");
    }
    first = false;
    out.write(TextFormats.plain(file.file()) + "\n");
    out.write(new Summary(file).toString());
    if (file.isOpened()) {
      section(keys(file.keys()), file.keys().size());
      if (file.isLog()) {
        TextTable figures = new TextTable(0, "metric", "value");
        file.figures().forEach((name, value) -> figures.row(name, TextFormats.number(value)));
        section(figures, file.records());
      }
      TextTable settings = new TextTable(1, "setting", "value");
      file.run().settings().forEach(settings::row);
      section(settings, file.run().settings().size());
      rejected(file.rejected());
    }
  }

  @Override
  public void add(DirectoryReport directory) throws IOException {
    out.write(first ? "" : "\n");
    first = false;
    out.write(TextFormats.plain(directory.directory()) + "\n");
    out.write("  runs      " + directory.runs().size() + "\n");
    out.write("  logs      " + directory.files() + "\n");
    TextTable files = new TextTable(1, "run", "file", "role", "format", "writer");
    for (RunFiles run : directory.runs()) {
      String name = run.name().isEmpty() ? run.run() : run.run() + " (" + run.name() + ")";
      for (FileRole file : run.files()) {
        files.row(name, file.file(), file.role().label, file.format().title(), file.writer());
        name = "";
      }
    }
    section(files, directory.files());
    TextTable ignored = new TextTable(0, "not read", "reason", "nearest");
    directory.ignored().forEach(i -> ignored.row(i.file(), i.reason().label, i.nearest()));
    section(ignored, directory.ignored().size());
  }

  private void section(TextTable table, long rows) throws IOException {
    if (rows > 0) {
      out.write("\n" + table);
    }
  }

  private static TextTable keys(List<KeyReport> keys) {
    TextTable table = new TextTable(0, "key", "values", "last", "became", "by");
    for (KeyReport key : keys) {
      String count = key.values() == 0 ? "-" : Long.toString(key.values());
      String last = key.values() == 0 ? "-" : TextFormats.number(key.last());
      table.row(key.name(), count, last, became(key), rule(key));
    }
    return table;
  }

  /** Nothing for the many keys of which there is nothing to say. */
  private static String rule(KeyReport key) {
    String rule = key.rule().equals(KeyGrammar.NO_WORD) ? "" : key.rule();
    return rule.length() <= LONGEST_RULE ? rule : rule.substring(0, LONGEST_RULE - 1) + "…";
  }

  private static String became(KeyReport key) {
    if (!key.leftOver().isEmpty()) {
      return "left over: " + key.leftOver();
    }
    return key.isValue() ? MetricNames.VALUE : key.metric();
  }

  private void rejected(RejectionTally rejected) throws IOException {
    TextTable lines = new TextTable(2, "refused line", "reason", "text");
    for (RejectionTally.Entry e : firstOf(rejected.lines())) {
      lines.row(Long.toString(e.line()), e.reason().label, e.detail());
    }
    section(lines, rejected.lines().size());
    rest(rejected.lineCount());
    TextTable values = new TextTable(3, "refused value in line", "key", "reason", "value");
    for (RejectionTally.Entry e : firstOf(rejected.values())) {
      values.row(Long.toString(e.line()), e.key(), e.reason().label, e.detail());
    }
    section(values, rejected.values().size());
    rest(rejected.valueCount());
  }

  private static List<RejectionTally.Entry> firstOf(List<RejectionTally.Entry> all) {
    return all.subList(0, Math.min(SHOWN, all.size()));
  }

  private void rest(long count) throws IOException {
    if (count > SHOWN) {
      out.write("  and " + (count - SHOWN) + " more\n");
    }
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}
