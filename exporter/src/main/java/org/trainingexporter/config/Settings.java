package org.trainingexporter.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingexporter.config.flag.ConfigFile;
import org.trainingexporter.config.flag.Flag;
import org.trainingexporter.config.flag.Flags;
import org.trainingexporter.config.flag.ValueSource;
import org.trainingexporter.config.run.RunRule;

/**
 * Everything that was set, checked: each flag's value and where it came from.
 *
 * @param directories directories and files to watch, absolute; one that does not exist is watched
 *     until it appears
 * @param runs in the order of the file
 */
public record Settings(
    List<Path> directories, List<RunRule> runs, Map<Flag<?>, Flag.Setting<?>> values) {

  public Settings {
    directories = List.copyOf(directories);
    runs = List.copyOf(runs);
    values = Map.copyOf(values);
  }

  /**
   * Reads every source, so that a mistake in a value that another one overrides is still told.
   *
   * @param flags texts by flag name, without the dashes
   * @throws ConfigException at the first mistake
   */
  public static Settings read(
      List<Path> directories, Map<String, String> flags, Map<String, String> environment) {
    ValueSource commandLine = ValueSource.commandLine(flags);
    ValueSource variables = ValueSource.environment(environment);
    ConfigFile file =
        setting(Flags.CONFIG_FILE, List.of(commandLine, variables, ValueSource.DEFAULTS))
            .value()
            .map(ConfigFile::read)
            .orElse(ConfigFile.NONE);
    List<ValueSource> sources = List.of(commandLine, variables, file, ValueSource.DEFAULTS);
    Map<Flag<?>, Flag.Setting<?>> values = new HashMap<>();
    Flags.ALL.forEach(flag -> values.put(flag, setting(flag, sources)));
    return new Settings(directories, file.runs(), values);
  }

  private static <T> Flag.Setting<T> setting(Flag<T> flag, List<ValueSource> sources) {
    return sources.stream()
        .flatMap(source -> source.find(flag).stream())
        .map(flag::read)
        .toList()
        .get(0);
  }

  @SuppressWarnings("unchecked") // The flag itself read the value that is kept under it.
  public <T> T get(Flag<T> flag) {
    return (T) values.get(flag).value();
  }

  /**
   * What stands before every path, without a slash at its end: as configured, else the path of the
   * address that users reach; empty for nothing.
   */
  public String routePrefix() {
    String given = get(Flags.WEB_ROUTE_PREFIX);
    String path = given.isEmpty() ? URI.create(get(Flags.WEB_EXTERNAL_URL)).getPath() : given;
    String bare = path.replaceAll("^/+|/+$", "");
    return bare.isEmpty() ? "" : "/" + bare;
  }

  /** The first rule whose glob matches the run's name. */
  public Optional<RunRule> ruleFor(String run) {
    return runs.stream().filter(rule -> rule.matches(run)).findFirst();
  }

  /** One line a flag, in the order of {@code --help}: name, text, and the place it came from. */
  public List<String> describe() {
    return Flags.ALL.stream()
        .map(flag -> flag.name() + "=" + given(flag).text() + " (" + given(flag).place() + ")")
        .toList();
  }

  /** The same for another directory, whose runs a rule of ours speaks of before the user's. */
  public Settings watching(Path directory, RunRule rule) {
    List<RunRule> rules = new ArrayList<>(List.of(rule));
    rules.addAll(runs);
    return new Settings(List.of(directory), rules, values);
  }

  private Flag.Given given(Flag<?> flag) {
    return values.get(flag).given();
  }
}
