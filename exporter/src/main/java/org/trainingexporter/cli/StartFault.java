package org.trainingexporter.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.trainingexporter.config.flag.Flags;
import org.trainingexporter.web.flag.ConfigException;
import org.trainingexporter.web.flag.Flag;
import org.trainingexporter.web.flag.FlagValues;
import org.trainingexporter.web.flag.ListenAddress;
import org.trainingexporter.web.flag.ValueSource;

/**
 * A mistake in the settings that is shown where the exporter would answer, for who does not see the
 * output of a process that ends and is started again and again.
 *
 * @param reason one line
 * @param address where to show it
 * @param files once one of them changes, a new start may succeed
 */
public record StartFault(String reason, ListenAddress address, List<Path> files) {

  public StartFault {
    files = List.copyOf(files);
  }

  /**
   * The fault, if the user asked for it to be shown. Flags and environment are read one by one, and
   * the config file is not, since one of them is wrong.
   */
  static Optional<StartFault> shown(
      Invocation invocation, Map<String, String> environment, String reason) {
    boolean serves = invocation.command().isEmpty() || invocation.command().equals("demo");
    List<ValueSource> sources =
        List.of(
            ValueSource.commandLine(invocation.flags()),
            ValueSource.environment(Flags.TABLE, environment),
            ValueSource.DEFAULTS);
    if (!serves || !read(Flags.WEB_SHOW_START_ERRORS, sources)) {
      return Optional.empty();
    }
    List<Path> files =
        Stream.of(Flags.CONFIG_FILE, Flags.WEB_CONFIG_FILE, Flags.HISTORY_CONFIG_FILE)
            .flatMap(flag -> read(flag, sources).stream())
            .toList();
    return Optional.of(new StartFault(reason, read(Flags.WEB_LISTEN_ADDRESS, sources), files));
  }

  /** The value of the first source, or the default if that is wrong. */
  private static <T> T read(Flag<T> flag, List<ValueSource> sources) {
    try {
      return FlagValues.readOne(flag, sources);
    } catch (ConfigException e) {
      return FlagValues.readOne(flag, List.of(ValueSource.DEFAULTS));
    }
  }
}
