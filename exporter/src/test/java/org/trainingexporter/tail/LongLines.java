package org.trainingexporter.tail;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

/** Reads two lines of 16 MiB and a longer one between them; run in a JVM with a small heap. */
final class LongLines {
  private static final int BOUND = 16 << 20;

  private LongLines() {}

  public static void main(String[] args) throws IOException {
    WatchedDirectory logs = new WatchedDirectory(Path.of(args[0]).resolve("long"));
    Path log = logs.write("train.jsonl", Lines.train(1));
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(log, StandardOpenOption.APPEND))) {
      writeLine(out, 2, BOUND - 1);
      writeLine(out, 3, BOUND + 1);
      writeLine(out, 4, BOUND);
    }
    logs.touch(log);
    logs.poll();
    System.out.printf(
        "step %s, too long %d, refused %d%n",
        logs.step(), logs.rejected(Rejection.TOO_LONG), logs.run().counts().rejections().size());
  }

  private static void writeLine(OutputStream out, int step, int length) throws IOException {
    byte[] head =
        "{\"step\":%d,\"loss\":1,\"note\":\"".formatted(step).getBytes(StandardCharsets.UTF_8);
    out.write(head);
    for (int i = head.length; i < length - 2; i++) {
      out.write('x');
    }
    out.write("\"}\n".getBytes(StandardCharsets.UTF_8));
  }
}
