package org.trainingexporter;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.trainingexporter.cli.CommandLine;
import org.trainingexporter.cli.StartFault;
import org.trainingexporter.http.fault.FaultServer;
import org.trainingexporter.reload.WatchedFiles;
import org.trainingexporter.web.flag.ListenAddress;

/** Stands in for an exporter whose settings are wrong, until one of their files changes. */
final class ShownFault {
  private static final long CHECK_SECONDS = 1;

  private ShownFault() {}

  /**
   * Blocks until then.
   *
   * @param stop ends it
   * @return the exit code: a supervisor is to start the process again
   * @throws IOException if the address cannot be listened on
   */
  static int show(StartFault fault, PrintStream out, CountDownLatch stop)
      throws IOException, InterruptedException {
    WatchedFiles files = new WatchedFiles(fault::files);
    try (FaultServer server = new FaultServer(fault.address().socketAddress(), fault.reason())) {
      out.println(
          "Only saying so on http://"
              + ListenAddress.inBrowser(server.address())
              + "/ until a config file changes");
      while (!stop.await(CHECK_SECONDS, TimeUnit.SECONDS)) {
        if (files.changed()) {
          break;
        }
      }
    }
    return CommandLine.MISTAKE;
  }
}
