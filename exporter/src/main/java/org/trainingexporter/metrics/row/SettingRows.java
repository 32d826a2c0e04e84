package org.trainingexporter.metrics.row;

import static org.trainingexporter.metrics.sample.Metric.gauge;

import java.util.List;
import java.util.Map;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.metrics.sample.RunAtScrape;
import org.trainingexporter.metrics.sample.Samples;

/** The settings of a run that the user has chosen: each new value of a setting is a new series. */
public final class SettingRows {
  private SettingRows() {}

  /** The row of the settings with these names. */
  public static Metric<RunAtScrape> of(List<String> names) {
    return gauge(
        "training_run_setting_info",
        "A setting of the run, of those that --metrics.settings names.",
        List.of("setting", "value"),
        (o, out) -> read(names, o, out));
  }

  private static void read(List<String> names, RunAtScrape o, Samples out) {
    Map<String, String> settings = o.run().settings();
    for (String name : names) {
      String value = settings.get(name);
      if (value != null) {
        out.add(1, name, value);
      }
    }
  }
}
