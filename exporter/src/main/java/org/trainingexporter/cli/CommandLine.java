package org.trainingexporter.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trainingexporter.config.Build;
import org.trainingexporter.config.LogOutput;
import org.trainingexporter.config.LogText;
import org.trainingexporter.config.Settings;
import org.trainingexporter.config.flag.Flags;
import org.trainingexporter.web.flag.ConfigException;
import org.trainingexporter.web.flag.Typos;

/**
 * Turns arguments into a call of one command, and its outcome into an exit code: 0 for success, 1
 * for a failure, 2 for a mistake in the arguments, the environment or a config file. A process that
 * runs out of memory ends with 3.
 */
public final class CommandLine {
  /** Exit code of a process with a mistake in its settings. */
  public static final int MISTAKE = 2;

  private final Commands commands;
  private final PrintStream out;
  private final PrintStream err;

  public CommandLine(Commands commands, PrintStream out, PrintStream err) {
    this.commands = commands;
    this.out = out;
    this.err = err;
  }

  /**
   * Runs the command that the arguments name. Blocks until it is over.
   *
   * @return the exit code
   */
  public int enter(Map<String, String> environment, String... arguments) {
    try {
      Invocation invocation = Invocation.parse(arguments);
      if (invocation.help()) {
        out.print(Help.text());
        return 0;
      }
      if (invocation.version()) {
        out.println(Build.current());
        return 0;
      }
      try {
        return run(invocation, environment);
      } catch (ConfigException e) {
        Optional<StartFault> shown = StartFault.shown(invocation, environment, e.getMessage());
        shown.ifPresent(fault -> print(fault.reason()));
        return shown.map(commands::show).orElseThrow(() -> e);
      }
    } catch (ConfigException e) {
      print(e.getMessage() + " (see --help)");
      return MISTAKE;
    } catch (RuntimeException e) {
      print(e.getMessage() == null ? e.toString() : e.getMessage());
      LoggerFactory.getLogger(CommandLine.class).debug("Failed", e);
      return 1;
    }
  }

  private int run(Invocation invocation, Map<String, String> environment) {
    boolean watches = invocation.command().isEmpty() || invocation.command().equals("backfill");
    List<Path> operands = invocation.operands().stream().map(CommandLine::path).toList();
    if (watches) {
      invocation.operands().forEach(CommandLine::rejectMistypedCommand);
    }
    List<Path> directories = watches ? watched(operands) : List.of();
    Supplier<Settings> read = () -> Settings.read(directories, invocation.flags(), environment);
    Settings settings = read.get();
    LogOutput.configure(settings.get(Flags.LOG_LEVEL));
    Logger log = LoggerFactory.getLogger(CommandLine.class);
    if (log.isDebugEnabled()) {
      settings.describe().forEach(log::debug);
    }
    return switch (invocation.command()) {
      case "check" -> commands.check(operands, invocation.json(), settings);
      case "backfill" ->
          commands.backfill(
              invocation.openMetrics().map(CommandLine::path), invocation.timeout(), settings);
      default -> {
        if (settings.get(Flags.DEMO)) {
          yield commands.demo(settings, read);
        }
        settings.watched().stream()
            .filter(Files::notExists)
            .forEach(path -> log.warn("{} does not exist; watching until it appears", path));
        yield commands.serve(settings, read);
      }
    };
  }

  /** A directory that is not there yet is watched for, but not a word that is nearly a command. */
  private static void rejectMistypedCommand(String operand) {
    boolean isWord = !operand.contains("/") && !operand.contains(".");
    boolean isMeant = Invocation.commands().contains(operand); // it stands after "--"
    if (isWord && !isMeant && Files.notExists(path(operand))) {
      Typos.nearest(operand, Invocation.commands())
          .ifPresent(
              command -> {
                throw new ConfigException(
                    '"'
                        + operand
                        + "\" is neither a directory nor a command; did you mean "
                        + command
                        + "? To watch a directory that is to come, write ./"
                        + operand);
              });
    }
  }

  private static List<Path> watched(List<Path> operands) {
    List<Path> given = operands.isEmpty() ? List.of(Path.of("")) : operands;
    return given.stream().map(path -> path.toAbsolutePath().normalize()).distinct().toList();
  }

  private static Path path(String operand) {
    try {
      if (!operand.isEmpty()) {
        return Path.of(operand);
      }
    } catch (InvalidPathException e) {
      // The exception below names the operand.
    }
    throw new ConfigException("expected a directory or file, got \"" + operand + "\"");
  }

  /** Prints one line, whatever characters a value in the message has. */
  private void print(String message) {
    err.println("training-exporter: " + LogText.of(message.replaceAll("\\p{Cntrl}+", " ")));
  }
}
