package org.trainingexporter.trainer.web;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.trainingexporter.trainer.settings.TrainingSettings;

/** Settings as the page sends them: names with underscores, constants in lower case. */
final class SettingsView {
  private static final int MAX_LENGTH = 100;

  private SettingsView() {}

  static Map<String, Object> of(TrainingSettings settings) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (RecordComponent part : TrainingSettings.class.getRecordComponents()) {
      try {
        Object value = part.getAccessor().invoke(settings);
        String name = part.getName().replaceAll("[A-Z]", "_$0").toLowerCase(Locale.ROOT);
        values.put(
            name, value instanceof Enum<?> one ? one.name().toLowerCase(Locale.ROOT) : value);
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
    }
    return values;
  }

  /** The settings that differ between the runs of one click, as a part of a directory's name. */
  static String difference(TrainingSettings one, List<TrainingSettings> all) {
    List<Map<String, Object>> others = all.stream().map(SettingsView::of).toList();
    return of(one).entrySet().stream()
        .filter(it -> others.stream().anyMatch(o -> !o.get(it.getKey()).equals(it.getValue())))
        .map(it -> "-" + it.getKey() + "-" + it.getValue())
        .map(text -> text.replaceAll("[^A-Za-z0-9.]+", "-").replaceAll("-$", ""))
        .collect(Collectors.collectingAndThen(Collectors.joining(), SettingsView::cut));
  }

  /** A file name has at most 255 bytes. The number before it makes the name unique. */
  private static String cut(String difference) {
    return difference.substring(0, Math.min(MAX_LENGTH, difference.length())).replaceAll("-$", "");
  }
}
