package org.trainingexporter;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.trainingexporter.cli.Commands;
import org.trainingexporter.cli.StartFault;
import org.trainingexporter.config.Settings;

/** Remembers which command was called, and with what. */
public final class FakeCommands implements Commands {
  public String called = "nothing";
  public Settings settings;
  public Duration timeout;
  public int exitCode;
  public RuntimeException failure;

  @Override
  public int serve(Settings given, Supplier<Settings> again) {
    return call("serve", given);
  }

  @Override
  public int check(List<Path> files, boolean json, Settings given) {
    return call("check " + files + " " + json, given);
  }

  @Override
  public int backfill(Optional<Path> openMetrics, Duration timeout, Settings given) {
    this.timeout = timeout;
    return call("backfill " + openMetrics, given);
  }

  @Override
  public int show(StartFault fault) {
    return call("show " + fault, null);
  }

  @Override
  public int demo(Settings given, Supplier<Settings> again) {
    return call("demo", given);
  }

  private int call(String name, Settings given) {
    if (failure != null && !name.startsWith("show")) {
      throw failure;
    }
    called = name;
    settings = given;
    return exitCode;
  }
}
