package org.trainingexporter.trainer;

import ai.djl.engine.Engine;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.trainingexporter.trainer.web.Sessions;
import org.trainingexporter.trainer.web.TrainerServer;
import org.trainingexporter.web.flag.ConfigException;
import org.trainingexporter.web.flag.FlagValues;
import org.trainingexporter.web.flag.ListenAddress;

/** Starts the trainer's page; the only place that sets an exit code. */
public final class TrainerMain {
  private TrainerMain() {}

  public static void main(String[] arguments) {
    int status = start(List.of(arguments), System.getenv());
    if (status >= 0) {
      System.exit(status);
    }
  }

  /** The exit code, or a negative number if the server goes on. */
  private static int start(List<String> arguments, Map<String, String> environment) {
    if (arguments.contains("--help")) {
      System.out.print(TrainerFlags.HELP);
      return 0;
    }
    try {
      return start(TrainerFlags.read(arguments, environment));
    } catch (ConfigException e) {
      System.err.println("trainer: " + e.getMessage() + " (see --help)");
      return 2;
    } catch (IOException e) {
      System.err.println("trainer: " + e.getMessage());
      return 1;
    }
  }

  private static int start(FlagValues flags) throws IOException {
    if (flags.get(TrainerFlags.PREPARE)) {
      Engine.getInstance();
      return 0;
    }
    Path runs = flags.get(TrainerFlags.RUNS);
    requireWritable(runs);
    ListenAddress address = flags.get(TrainerFlags.LISTEN_ADDRESS);
    InetSocketAddress listen = address.socketAddress();
    if (listen.isUnresolved()) {
      throw new IOException("cannot listen on " + address + ": the host is not known here");
    }
    Sessions sessions = new Sessions(runs, InstantSource.system());
    TrainerServer server =
        new TrainerServer(listen, sessions, flags.get(TrainerFlags.EXPORTER_URL));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server, sessions), "end"));
    System.out.println("Train at " + server.address());
    // Loading takes seconds; the first training then need not wait for it.
    Thread loading = new Thread(Engine::getInstance, "engine");
    loading.setDaemon(true);
    loading.start();
    return -1;
  }

  private static void requireWritable(Path runs) throws IOException {
    try {
      Files.delete(Files.createTempFile(Files.createDirectories(runs), ".", ""));
    } catch (IOException e) {
      throw new IOException("runs cannot be written to " + runs + ": " + e, e);
    }
  }

  private static void close(TrainerServer server, Sessions sessions) {
    server.close();
    sessions.close();
  }
}
