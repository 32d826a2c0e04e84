package org.trainingexporter.check.file;

import java.util.Map;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.parse.section.KeyRole;
import org.trainingexporter.run.figure.Figure;
import org.trainingexporter.run.figure.FigureTable;

/** Which metric shows what is under a key: the figure of its signal, where it has one. */
public final class MetricNames {
  /** The metric of other values. */
  public static final String VALUE = "training_value";

  /** Signals without a figure of their own that metrics show. */
  private static final Map<Signal, String> BESIDE_FIGURES =
      Map.of(
          Signal.CLOCK, "training_last_update_timestamp_seconds",
          Signal.DEAD_EXPERTS, "training_dead_experts",
          Signal.LAYER_GRADIENT_NORM, "training_layer_gradient_norm",
          Signal.LAYER_WEIGHT_NORM, "training_layer_weight_norm");

  private final FigureTable figures;

  public MetricNames(FigureTable figures) {
    this.figures = figures;
  }

  /** The metric of a number that the run reads as that signal. */
  public String metric(Signal signal) {
    return figures
        .of(signal)
        .map(Figure::series)
        .orElseGet(() -> BESIDE_FIGURES.getOrDefault(signal, VALUE));
  }

  /** The metric of what is no number; empty where no metric shows it. */
  public static String metric(KeyRole role) {
    return switch (role) {
      case ERROR_TYPE -> "training_errors_total";
      case ERROR_MESSAGE -> "training_event_timestamp_seconds";
      case EXPERTS -> "training_expert_load_ratio";
      case LAYERS -> "training_layer_gradient_norm";
      case MODEL_NAME -> "training_model_node_info";
      case MODE, SET -> "training_records_total";
      case EVENT -> "training_run_state";
      case NONE -> "";
    };
  }

  /** The series of an other value, which has its key as a label. */
  public static String series(Field field) {
    String key = field.name.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return VALUE + "{key=\"" + key + "\"}";
  }
}
