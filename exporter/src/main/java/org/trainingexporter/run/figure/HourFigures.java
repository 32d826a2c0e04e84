package org.trainingexporter.run.figure;

import static org.trainingexporter.run.figure.Figure.counter;
import static org.trainingexporter.run.figure.Figure.gauge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.goodput.TimeKind;

/** Where the hours of a run went, what it costs, and where its loss will end. */
final class HourFigures {
  static final List<Figure> ALL = all();

  private HourFigures() {}

  private static List<Figure> all() {
    List<Figure> all = new ArrayList<>();
    Arrays.stream(TimeKind.values()).map(HourFigures::seconds).forEach(all::add);
    all.add(
        gauge(
            Topic.HOURS,
            "goodput",
            "training_goodput_ratio",
            FigureUnit.RATIO,
            "The productive part of training_time_seconds_total.",
            (run, now) -> run.goodput().at(now).ratio()));
    all.add(
        counter(
            Topic.HOURS,
            "lost_steps",
            "training_lost_steps_total",
            "Steps that rewinds went back.",
            run -> run.goodput().lostSteps()));
    all.add(gauge(Topic.COST, "cost", "", FigureUnit.NONE, "", (run, now) -> run.costSoFar(now)));
    all.add(
        gauge(
            Topic.COST,
            "projected_cost",
            "",
            FigureUnit.NONE,
            "",
            (run, now) -> run.costAtEnd(now)));
    all.add(
        gauge(
            Topic.COST,
            "model_flops_utilization",
            "training_model_flops_utilization_ratio",
            FigureUnit.RATIO,
            "Model FLOPs utilization: 6 x parameters x tokens a second, divided by the peak of"
                + " all cards of the run.",
            HourFigures::utilization));
    all.add(forecast("low", run -> run.forecast().low()));
    all.add(forecast("mid", run -> run.forecast().mid()));
    all.add(forecast("high", run -> run.forecast().high()));
    all.add(
        gauge(
            Topic.METRIC_ONLY,
            "process_up",
            "training_process_up",
            FigureUnit.NONE,
            "Whether a process of the run lives that was seen with its log open for writing or on"
                + " one of its cards.",
            run -> run.host().process().value));
    return List.copyOf(all);
  }

  private static Figure seconds(TimeKind kind) {
    return counter(
            Topic.HOURS,
            kind.label + "_seconds",
            "training_time_seconds_total",
            "Time between training records, by what it was used for.",
            (run, now) -> run.goodput().at(now).seconds(kind))
        .in(FigureUnit.SECONDS)
        .labelled("kind", kind.label);
  }

  private static Figure forecast(String bound, ToDoubleFunction<RunSnapshot> value) {
    return gauge(
            Topic.FORECAST,
            "loss_forecast_" + bound,
            "training_loss_forecast",
            FigureUnit.NONE,
            "Loss at the plan's end by a power law, and the band that holds it in four of five"
                + " cases: of the validation, else of the training.",
            value)
        .labelled("bound", bound);
  }

  private static double utilization(RunSnapshot run) {
    return run.cost()
        .utilization(run.layers().parameters(), run.signals().newest(Signal.TOKENS_PER_SECOND));
  }
}
