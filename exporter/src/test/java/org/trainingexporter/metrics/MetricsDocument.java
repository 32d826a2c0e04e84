package org.trainingexporter.metrics;

import java.util.List;
import java.util.Locale;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.run.figure.FigureTable;

/** Metrics as a page of documentation, a table for each section. */
final class MetricsDocument {
  private final StringBuilder page = new StringBuilder();

  MetricsDocument paragraph(String text) {
    page.append(text).append("\n\n");
    return this;
  }

  MetricsDocument section(String title, String about, List<? extends Metric<?>> rows) {
    paragraph("## " + title).paragraph(about);
    page.append("| metric | type | labels | unit | meaning |\n|---|---|---|---|---|\n");
    for (Metric<?> row : rows) {
      String type = row.type().name().toLowerCase(Locale.ROOT);
      String labels = String.join(", ", row.labels());
      page.append("| `%s` | %s | %s | ".formatted(row.name(), type, labels));
      page.append("%s | %s |\n".formatted(unit(row.name()), row.help()));
    }
    page.append('\n');
    return this;
  }

  /** That of the figure, else by the ending that Prometheus gives to names. */
  private static String unit(String name) {
    return FigureTable.ALL.figures().stream()
        .filter(figure -> figure.metric().equals(name))
        .map(figure -> figure.unit().words)
        .findFirst()
        .orElseGet(() -> unitByEnding(name));
  }

  private static String unitByEnding(String name) {
    if (name.endsWith("_timestamp_seconds")) {
      return "seconds since 1970";
    } else if (name.contains("_per_second")) {
      return "a second";
    } else if (name.matches(".*_seconds(_total)?")) {
      return "seconds";
    } else if (name.matches(".*_bytes(_total)?")) {
      return "bytes";
    } else if (name.endsWith("_ratio")) {
      return "ratio";
    } else if (name.matches(".*_(hertz|watts|celsius)|.*_joules_total")) {
      return name.replaceAll(".*_(hertz|watts|celsius|joules).*", "$1");
    } else if (name.endsWith("_info")) {
      return "always 1";
    } else if (name.endsWith("_step")) {
      return "steps";
    }
    return "";
  }

  @Override
  public String toString() {
    return page.toString().stripTrailing() + "\n";
  }
}
