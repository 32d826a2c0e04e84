package org.trainingexporter.run;

import java.util.List;
import java.util.Map;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.event.layer.Statistic;
import org.trainingexporter.event.layer.Tensor;
import org.trainingexporter.run.event.RunEvent;
import org.trainingexporter.run.position.RunConfig;
import org.trainingexporter.run.warning.WarningSnapshot;

/** A run that is given its records one by one, and its warnings. */
abstract class WarnedRun {
  final KeyRegistry fields = new KeyRegistry(Map.of());
  final RunState run = new RunState(fields, RunConfig.NONE);
  final LogRecord record = new LogRecord();
  int step;

  void train(double loss) {
    record.begin(++step);
    record.setTime(1e9 + step);
    record.add(fields.of("step"), step);
    record.add(fields.of("loss"), loss);
    run.apply(record);
  }

  void evaluate(double loss) {
    record.begin(step);
    record.add(fields.of("step"), step);
    record.add(fields.of("eval_loss"), loss);
    run.apply(record);
  }

  long count(String kind) {
    return warning(kind).episodes();
  }

  boolean isActive(String kind) {
    return warning(kind).active();
  }

  WarningSnapshot warning(String kind) {
    return snapshot().warnings().stream().filter(it -> it.kind().equals(kind)).findAny().get();
  }

  List<String> events() {
    return snapshot().events().stream()
        .filter(e -> e.type().equals("warning"))
        .map(RunEvent::message)
        .toList();
  }

  RunSnapshot snapshot() {
    return run.snapshot(new RunIdentity("a", "a", "custom"), Double.NaN);
  }

  void deadUnits(double share) {
    record.begin(++step);
    record.setLayers().add("relu", Tensor.ACTIVATION).set(Statistic.ZERO_UNITS, share);
    run.apply(record);
  }
}
