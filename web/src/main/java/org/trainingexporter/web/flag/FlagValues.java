package org.trainingexporter.web.flag;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The value of every flag of a table, and where each value came from. Safe for many threads. */
public final class FlagValues {
  private final FlagTable table;
  private final Map<Flag<?>, Flag.Setting<?>> settings;

  private FlagValues(FlagTable table, Map<Flag<?>, Flag.Setting<?>> settings) {
    this.table = table;
    this.settings = settings;
  }

  /**
   * Reads every flag from every source, so that a mistake is reported even in a value that another
   * source overrides.
   *
   * @param sources the first one that sets a flag wins; the last one must set them all
   * @throws ConfigException at the first mistake
   */
  public static FlagValues read(FlagTable table, List<ValueSource> sources) {
    Map<Flag<?>, Flag.Setting<?>> settings = new HashMap<>();
    table.flags().forEach(flag -> settings.put(flag, setting(flag, sources)));
    return new FlagValues(table, settings);
  }

  private static <T> Flag.Setting<T> setting(Flag<T> flag, List<ValueSource> sources) {
    List<Flag.Setting<T>> all =
        sources.stream().flatMap(source -> source.find(flag).stream()).map(flag::read).toList();
    return all.get(0);
  }

  /**
   * One flag alone, before the others are read.
   *
   * @throws ConfigException if a source gives it a wrong value
   */
  public static <T> T readOne(Flag<T> flag, List<ValueSource> sources) {
    return setting(flag, sources).value();
  }

  @SuppressWarnings("unchecked") // read() made each setting with its own flag
  public <T> T get(Flag<T> flag) {
    return (T) settings.get(flag).value();
  }

  /** One line for each flag in the order of the table: name, text and the place it came from. */
  public List<String> describe() {
    return table.flags().stream()
        .map(flag -> flag.name() + "=" + given(flag).text() + " (" + given(flag).place() + ")")
        .toList();
  }

  private Flag.Given given(Flag<?> flag) {
    return settings.get(flag).given();
  }
}
