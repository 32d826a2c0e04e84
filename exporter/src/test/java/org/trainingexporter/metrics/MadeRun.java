package org.trainingexporter.metrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.run.RunIdentity;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.RunState;
import org.trainingexporter.run.position.RunConfig;
import org.trainingexporter.run.validation.Checkpoint;

/** A run made by hand, a record after the other. */
final class MadeRun {
  private final KeyRegistry fields = new KeyRegistry(Map.of());
  private final LogRecord record = new LogRecord();
  private final RunState state;
  private final RunIdentity identity;
  private double freeBytes = Double.NaN;

  MadeRun(String name, RunConfig config) {
    identity = new RunIdentity(name, name, "custom-moe");
    state = new RunState(fields, config);
  }

  MadeRun(String name) {
    this(name, RunConfig.NONE);
  }

  /** Keys and values in turn. */
  MadeRun record(double time, Object... numbers) {
    begin(time);
    for (int i = 0; i < numbers.length; i += 2) {
      double value = ((Number) numbers[i + 1]).doubleValue();
      record.add(fields.of((String) numbers[i]), value);
    }
    state.apply(record);
    return this;
  }

  MadeRun error(double time, String type, String message) {
    begin(time);
    record.setError(type);
    record.setErrorMessage(message);
    state.apply(record);
    return this;
  }

  /** Names of experts and shares in turn. */
  MadeRun routed(double time, String layer, Object... shares) {
    begin(time);
    List<String> names = new ArrayList<>();
    List<Double> load = new ArrayList<>();
    for (int i = 0; i < shares.length; i += 2) {
      names.add((String) shares[i]);
      load.add((Double) shares[i + 1]);
    }
    record.addExperts(new LogRecord.ExpertLayer(layer, names, load));
    state.apply(record);
    return this;
  }

  MadeRun end(double time) {
    begin(time);
    record.setEnded();
    state.apply(record);
    return this;
  }

  MadeRun checkpoint(int step, double saved, long bytes, double free) {
    state.addCheckpoint(new Checkpoint("checkpoint-" + step, step, Double.NaN, saved, bytes));
    freeBytes = free;
    return this;
  }

  /** Names and texts in turn. */
  MadeRun settings(String... texts) {
    Map<String, String> all = new HashMap<>();
    for (int i = 0; i < texts.length; i += 2) {
      all.put(texts[i], texts[i + 1]);
    }
    state.setSettings(all);
    return this;
  }

  MadeRun rejected(Rejection reason) {
    state.reject(reason);
    return this;
  }

  private void begin(double time) {
    record.begin(1);
    record.setTime(time);
  }

  RunSnapshot snapshot() {
    return state.snapshot(identity, freeBytes);
  }
}
