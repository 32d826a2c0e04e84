package org.trainingexporter.run.layer;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.isKnown;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trainingexporter.event.LogRecord;

/** The routing of experts by the newest record of each layer. */
public final class ExpertRoutings {
  /** The layer label of a count for the whole model. */
  private static final String WHOLE = "all";

  private static final Pattern TRAILING = Pattern.compile("(\\d{1,18})\\D*$");

  private final Map<String, ExpertLoads> layers = new LinkedHashMap<>();
  private double loggedDead = UNKNOWN;

  public void add(List<LogRecord.ExpertLayer> record) {
    List<String> layerNames = numbers(record.stream().map(LogRecord.ExpertLayer::layer).toList());
    for (int i = 0; i < layerNames.size(); i++) {
      layers.put(layerNames.get(i), layer(layerNames.get(i), record.get(i)));
    }
  }

  private static ExpertLoads layer(String name, LogRecord.ExpertLayer logged) {
    List<String> numbers = numbers(logged.experts());
    Map<String, Double> load = new LinkedHashMap<>();
    for (int i = 0; i < numbers.size(); i++) {
      load.put(numbers.get(i), logged.load().get(i));
    }
    return new ExpertLoads(name, List.copyOf(load.keySet()), List.copyOf(load.values()));
  }

  /** The names' numbers; the names themselves where two of them would become one. */
  private static List<String> numbers(List<String> names) {
    List<String> numbers = names.stream().map(ExpertRoutings::number).toList();
    boolean collide = new HashSet<>(numbers).size() < new HashSet<>(names).size();
    return collide ? names : numbers;
  }

  /** The log's own count, of all layers together. */
  public void dead(double count) {
    loggedDead = count;
  }

  public void restart() {
    layers.clear();
    loggedDead = UNKNOWN;
  }

  /** {@code layer_12} is 12; a name without a number stays. Of a number too long the end counts. */
  private static String number(String name) {
    Matcher m = TRAILING.matcher(name);
    return m.find() ? Long.toString(Long.parseLong(m.group(1))) : name;
  }

  public List<ExpertLoads> layers() {
    return List.copyOf(layers.values());
  }

  /** Dead experts by layer: of the log's own count where it has one, else of shares that are 0. */
  public Map<String, Double> dead() {
    if (isKnown(loggedDead)) {
      return Map.of(WHOLE, loggedDead);
    }
    Map<String, Double> dead = new LinkedHashMap<>();
    for (ExpertLoads layer : layers.values()) {
      double zero = layer.load().stream().filter(share -> share == 0).count();
      dead.put(layer.layer(), zero);
    }
    return dead;
  }
}
