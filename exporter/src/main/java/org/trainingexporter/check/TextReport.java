package org.trainingexporter.check;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The report for people: a block of aligned tables for each file. */
final class TextReport implements Report {
  private static final int SHOWN = 50;

  private final Writer out;
  private boolean first = true;

  TextReport(OutputStream out) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  @Override
  public void add(FileReport file) throws IOException {
    if (!first) {
      out.write("\n");
    }
    first = false;
    out.write(Words.plain(file.file()) + "\n");
    out.write(new Summary(file).toString());
    if (file.isOpened()) {
      section(keys(file.keys()), file.keys().size());
      if (file.isLog()) {
        Table figures = new Table(0, "metric", "value");
        Figures.of(file.run()).forEach((name, value) -> figures.row(name, Words.number(value)));
        section(figures, file.records());
      }
      refused(file.refused());
    }
  }

  private void section(Table table, long rows) throws IOException {
    if (rows > 0) {
      out.write("\n" + table);
    }
  }

  private static Table keys(List<Key> keys) {
    Table table = new Table(0, "key", "values", "last", "became");
    for (Key key : keys) {
      String count = key.values() == 0 ? "-" : Long.toString(key.values());
      String last = key.values() == 0 ? "-" : Words.number(key.last());
      table.row(key.name(), count, last, became(key));
    }
    return table;
  }

  private static String became(Key key) {
    if (!key.leftOver().isEmpty()) {
      return "left over: " + key.leftOver();
    }
    return key.isValue() ? Becomes.VALUE : key.metric();
  }

  private void refused(Refused refused) throws IOException {
    Table lines = new Table(2, "refused line", "reason", "text");
    for (Refused.Entry e : firstOf(refused.lines())) {
      lines.row(Long.toString(e.line()), e.reason().label, e.detail());
    }
    section(lines, refused.lines().size());
    rest(refused.lineCount());
    Table values = new Table(3, "refused value in line", "key", "reason", "value");
    for (Refused.Entry e : firstOf(refused.values())) {
      values.row(Long.toString(e.line()), e.key(), e.reason().label, e.detail());
    }
    section(values, refused.values().size());
    rest(refused.valueCount());
  }

  private static List<Refused.Entry> firstOf(List<Refused.Entry> all) {
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
