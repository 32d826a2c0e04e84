package org.trainingexporter.parse.record;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.OptionalDouble;
import java.util.Set;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.grammar.KeyName;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.event.setting.SettingCollector;
import org.trainingexporter.parse.section.KeyRole;
import org.trainingexporter.parse.setting.SettingValues;

/**
 * What may be a setting of the record that is being read. A value below {@code config} and alike is
 * one. So are all values of a record that is a configuration: its {@code type} or alike says so, or
 * it comes before the first position and has a plan or another setting of every training.
 */
final class PendingSettings {
  private static final Set<String> CONFIGURATION =
      Set.of("config", "configuration", "args", "hparams", "hyperparameters", "params", "settings");

  /** A record with one of these, and without a position, is a configuration. */
  private static final Set<String> TYPICAL =
      Set.of("batch size", "lr", "optimizer", "weight decay", "seed");

  /** So many records at the beginning of a log may be a configuration that does not say so. */
  private static final int FIRST_RECORDS = 20;

  private final SettingCollector below = new SettingCollector();
  private final SettingCollector others = new SettingCollector();
  private int records;
  private boolean saysSo;
  private boolean hasTypical;
  private boolean ignored;

  void begin() {
    if (!below.isEmpty()) {
      below.clear();
    }
    if (!others.isEmpty()) {
      others.clear();
    }
    saysSo = false;
    hasTypical = false;
    ignored = false;
  }

  /** The record that was begun holds no settings. */
  void ignore() {
    ignored = true;
  }

  /** Whether the record has values below {@code config}, or says that it is a configuration. */
  boolean isPending() {
    return saysSo || !below.isEmpty();
  }

  /** A text that may say what its record is. */
  void addKind(String text) {
    saysSo |= isConfiguration(text);
  }

  boolean isConfiguration(String text) {
    return CONFIGURATION.contains(text);
  }

  /** Whether the next record may be a configuration that does not say so. */
  boolean collects() {
    return records < FIRST_RECORDS;
  }

  /** Whether values under the key are of use. */
  boolean wants(KeyTree.KeyNode node) {
    return !ignored && isSetting(node);
  }

  private boolean isSetting(KeyTree.KeyNode node) {
    return node.isSetting || ((saysSo || records < FIRST_RECORDS) && mayBeSetting(node));
  }

  /** What a record says of itself and its time are no settings. */
  private static boolean mayBeSetting(KeyTree.KeyNode node) {
    boolean time = node.field != null && node.field.signal == Signal.TIMESTAMP;
    return !time && node.textRole == KeyRole.NONE;
  }

  /** Adds the scalar at the parser's token. */
  void add(JsonParser p, KeyTree.KeyNode node) throws IOException {
    SettingValues.add(p, node.path, collector(node));
  }

  /** Adds the list at the parser's token, and leaves the parser at its end; its only number. */
  OptionalDouble addList(JsonParser p, KeyTree.KeyNode node) throws IOException {
    return SettingValues.addList(p, node.path, collector(node));
  }

  private SettingCollector collector(KeyTree.KeyNode node) {
    if (!node.isSetting && records < FIRST_RECORDS) {
      hasTypical |= TYPICAL.contains(String.join(" ", KeyName.of(node.path).last()));
    }
    return node.isSetting ? below : others;
  }

  /** The record stands: it gets what is a setting. */
  void report(LogRecord record) {
    if (!below.isEmpty()) {
      record.addSettings(below.texts());
    }
    if (!others.isEmpty() && isConfiguration(record)) {
      record.addSettings(others.texts());
    }
    if (records < FIRST_RECORDS) {
      records = record.has(Signal.Evidence.PLACE) ? FIRST_RECORDS : records + 1;
    }
  }

  private boolean isConfiguration(LogRecord record) {
    boolean other = record.kind() == RecordKind.OTHER && !record.isEnd();
    boolean plans =
        record.has(Signal.PLAN)
            || record.has(Signal.PLANNED_EPOCHS)
            || record.has(Signal.WARMUP_STEPS);
    return other && (saysSo || (!record.has(Signal.Evidence.PLACE) && (plans || hasTypical)));
  }
}
