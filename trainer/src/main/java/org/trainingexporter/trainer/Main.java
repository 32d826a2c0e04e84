package org.trainingexporter.trainer;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.trainingexporter.trainer.web.Sessions;
import org.trainingexporter.trainer.web.TrainerServer;

/** Starts the trainer's page: {@code Main RUNS [PORT [EXPORTER]]}. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    if (arguments.length < 1 || arguments.length > 3) {
      System.err.println("usage: trainer RUNS [PORT [EXPORTER]]");
      System.exit(2);
    }
    int port = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 9410;
    String exporter = arguments.length > 2 ? arguments[2] : "http://localhost:9409";
    Sessions sessions = new Sessions(Path.of(arguments[0]));
    TrainerServer server =
        new TrainerServer(new InetSocketAddress("localhost", port), sessions, exporter);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server, sessions), "end"));
    LoggerFactory.getLogger(Main.class)
        .info("The trainer is at http://localhost:{}/", server.port());
  }

  private static void close(TrainerServer server, Sessions sessions) {
    server.close();
    sessions.close();
  }
}
