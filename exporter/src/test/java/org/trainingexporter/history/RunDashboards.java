package org.trainingexporter.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trainingexporter.contract.Dashboard;

/** All that the dashboards ask of the metrics of a run, filled in for the run {@code run}. */
final class RunDashboards {
  private static final Pattern METRIC = Pattern.compile("\\b(training|nvidia)_\\w+|\\bALERTS\\b");

  /**
   * What the logs of {@link SixtyHours} do not tell: cards, alerts and a plan in epochs; and what
   * the other reading does not work out: forecast and warnings.
   */
  private static final Pattern UNTOLD =
      Pattern.compile(
          "nvidia_\\w+|ALERTS|training_(run_gpu_info|gpus|ranks|rank_\\w+|run_job_info|value|run_setting_info|exporter_\\w+|checkpoint_best"
              + "|\\w*reward\\w*|episode_length|energy_joules_total|planned_epochs"
              + "|model_flops_utilization_ratio|loss_forecast|warning_active)");

  /** The logs have an accuracy, but none of a validation. */
  private static final String UNLOGGED =
      "training_accuracy_ratio{run=~\"run\", split=\"validation\"}";

  /** How long an epoch takes is asked of logs that count no steps, and these do. */
  private static final String OF_EPOCHS = "1 / (max by (run)";

  /** Those of dashboards that show something else: layers, cards, the exporter itself. */
  private static final Set<String> OTHERS =
      Set.of("network.json", "hardware.json", "exporter.json", "fleet.json");

  private record Question(String expression, boolean range) {
    private Set<String> metrics() {
      Set<String> metrics = new TreeSet<>();
      for (Matcher m = METRIC.matcher(expression); m.find(); ) {
        metrics.add(m.group());
      }
      return metrics;
    }

    /** The metrics that are shown, without the one that only says where a curve ends. */
    private Set<String> values() {
      Set<String> values = metrics();
      if (values.size() > 1) {
        values.remove(NEWEST);
      }
      return values;
    }
  }

  /** Where a curve ends. */
  private static final String NEWEST = "training_last_update_timestamp_seconds";

  private final Set<String> told;
  private final Collection<Question> questions = new LinkedHashSet<>();

  /**
   * @param told the names of the metrics that there are
   */
  RunDashboards(Set<String> told) {
    this.told = told;
    for (Dashboard dashboard : Dashboard.all()) {
      if (!OTHERS.contains(dashboard.toString())) {
        dashboard
            .queries()
            .forEach(it -> questions.add(new Question(filled(it.expr()), it.range())));
      }
    }
  }

  private static String filled(String expression) {
    return expression
        .replace("$__range", "62h")
        .replace("$__rate_interval", "1m")
        .replace("$__interval_ms", "120000")
        .replace("$__interval", "2m")
        .replace("$smooth", "5m")
        // The other reading knows no exporters.
        .replace("(instance, run", "(run")
        .replace("${axis:raw}", "training_step")
        .replace("$scale", "(.*)")
        .replace("$outliers", "1")
        .replace("$key", ".+")
        .replace("$loss", "training_loss_smoothed")
        .replace("$settings", "0")
        .replace("$find", "")
        .replace("${near}", "223200")
        .replace("$raw", ".+")
        .replace("$listed", "run")
        .replace("${shown:pipe}", "run")
        .replace("$shown", "run")
        .replace("$name", "")
        .replace("$state", ".+")
        .replace("$run", "run")
        .replace("$layer", "0");
  }

  /** Metrics that dashboards ask for, the reading does not tell and nobody said why. */
  List<String> unknown() {
    return questions.stream()
        .flatMap(it -> it.metrics().stream())
        .filter(it -> !told.contains(it) && !UNTOLD.matcher(it).matches())
        .distinct()
        .toList();
  }

  /** Such a curve has a known metric too: the one that ends it. */
  private boolean isUntoldCurve(Question question) {
    Matcher first = METRIC.matcher(question.expression);
    return question.range && first.find() && !told.contains(first.group());
  }

  /** What is answered otherwise, or not at all. */
  List<String> differences(SameAnswers answers, double from, double to)
      throws IOException, InterruptedException {
    List<String> differences = new ArrayList<>();
    for (Question question : questions) {
      if (question.values().stream().noneMatch(told::contains) || isUntoldCurve(question)) {
        continue;
      }
      int before = answers.answered();
      if (question.range) {
        differences.add(answers.range(question.expression, from, to));
      } else {
        for (double part : new double[] {0.03, 0.5, 0.7, 1}) {
          differences.add(answers.instant(question.expression, from + part * (to - from)));
        }
      }
      boolean hasAnswer =
          !question.expression.contains(UNLOGGED) && !question.expression.contains(OF_EPOCHS);
      if (hasAnswer && answers.answered() == before && told.containsAll(question.metrics())) {
        differences.add("no answer: " + question.expression);
      }
    }
    differences.removeIf(String::isEmpty);
    return differences;
  }
}
