package org.trainingexporter.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.trainingexporter.config.flag.ConfigFile;
import org.trainingexporter.config.flag.EnvironmentCheck;
import org.trainingexporter.config.flag.Flags;
import org.trainingexporter.config.run.RunRule;
import org.trainingexporter.config.value.GpuMode;
import org.trainingexporter.web.flag.ConfigException;
import org.trainingexporter.web.flag.Flag;
import org.trainingexporter.web.flag.FlagValues;
import org.trainingexporter.web.flag.ValueSource;

/**
 * All settings, checked. Immutable.
 *
 * @param directories directories and files to watch, absolute; one that does not exist is watched
 *     until it appears
 * @param runs rules for runs, in the order of the config file
 */
public record Settings(List<Path> directories, List<RunRule> runs, FlagValues values) {

  public Settings {
    directories = List.copyOf(directories);
    runs = List.copyOf(runs);
  }

  /**
   * Reads command line, environment and config file.
   *
   * @param flags texts by flag name, without the dashes
   * @throws ConfigException at the first mistake, also in a value that another source overrides
   */
  public static Settings read(
      List<Path> directories, Map<String, String> flags, Map<String, String> environment) {
    EnvironmentCheck.rejectUnknown(environment);
    List<ValueSource> before =
        List.of(ValueSource.commandLine(flags), ValueSource.environment(Flags.TABLE, environment));
    ConfigFile file =
        FlagValues.readOne(Flags.CONFIG_FILE, with(before, ValueSource.DEFAULTS))
            .map(ConfigFile::read)
            .orElse(ConfigFile.NONE);
    return new Settings(
        directories,
        file.runs(),
        FlagValues.read(Flags.TABLE, with(before, file, ValueSource.DEFAULTS)));
  }

  private static List<ValueSource> with(List<ValueSource> before, ValueSource... more) {
    return Stream.concat(before.stream(), Stream.of(more)).toList();
  }

  public <T> T get(Flag<T> flag) {
    return values.get(flag);
  }

  /**
   * What all paths begin with, such as {@code /training}, or empty. As configured, else the path of
   * the external URL.
   */
  public String routePrefix() {
    String given = get(Flags.WEB_ROUTE_PREFIX);
    String path = given.isEmpty() ? URI.create(get(Flags.WEB_EXTERNAL_URL)).getPath() : given;
    String bare = path.replaceAll("^/+|/+$", "");
    return bare.isEmpty() ? "" : "/" + bare;
  }

  /** Where browsers find Grafana, with a slash at its end, or empty. */
  public String grafanaUrl() {
    String url = get(Flags.WEB_GRAFANA_URL);
    return url.isEmpty() || url.endsWith("/") ? url : url + "/";
  }

  /** Which GPUs are looked at; a made-up run has made-up GPUs, unless a source says otherwise. */
  public GpuMode gpus() {
    GpuMode mode = get(Flags.GPU);
    return mode == GpuMode.AUTO && get(Flags.DEMO) ? GpuMode.DEMO : mode;
  }

  /** The first rule whose glob matches the run's name. */
  public Optional<RunRule> ruleFor(String run) {
    return runs.stream().filter(rule -> rule.matches(run)).findFirst();
  }

  /** The same rule with the prices of the flags, where they set any. */
  public Optional<RunRule> pricedRuleFor(String run) {
    Optional<Double> price = get(Flags.COST_PER_GPU_HOUR);
    Optional<RunRule> rule = ruleFor(run).or(() -> price.map(set -> RunRule.empty()));
    return rule.map(it -> it.with(it.cost().withDefaults(price, get(Flags.COST_CURRENCY))));
  }

  /** The flags whose values differ. */
  public List<Flag<?>> differences(Settings other) {
    return Flags.ALL.stream().filter(flag -> !get(flag).equals(other.get(flag))).toList();
  }

  /** One line for each flag in the order of {@code --help}: name, text and where it was set. */
  public List<String> describe() {
    return values.describe();
  }

  /** The same settings for another directory, with a rule that goes before the user's. */
  public Settings watching(Path directory, RunRule rule) {
    List<RunRule> rules = new ArrayList<>(List.of(rule));
    rules.addAll(runs);
    return new Settings(List.of(directory), rules, values);
  }

  /** All that is watched: the directories, then {@code runs.also-in}. */
  public List<Path> watched() {
    return Stream.concat(directories.stream(), alsoIn().stream()).distinct().toList();
  }

  /** Those of {@link #watched} whose names begin the names of the runs below them. */
  public List<Path> named() {
    return directories.size() > 1 ? watched() : alsoIn().stream().toList();
  }

  private Optional<Path> alsoIn() {
    return get(Flags.RUNS_ALSO_IN).map(path -> path.toAbsolutePath().normalize());
  }
}
