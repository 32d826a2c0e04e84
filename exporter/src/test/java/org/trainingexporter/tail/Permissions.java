package org.trainingexporter.tail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

/** What happens to logs whose permissions change, run as a user whom they bind. */
final class Permissions {
  private final WatchedDirectory logs;
  private final PrintStream out;
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  private Permissions(Path root, PrintStream out) {
    this.logs = new WatchedDirectory(root);
    this.out = out;
    System.setErr(new PrintStream(told, true, UTF_8));
  }

  public static void main(String[] args) throws IOException {
    Permissions scenarios = new Permissions(Path.of(args[1]), System.out);
    switch (args[0]) {
      case "lost-and-regained" -> scenarios.lostAndRegained();
      case "closed-at-first" -> scenarios.closedAtFirst();
      case "document" -> scenarios.document();
      case "closed-directory" -> scenarios.closedDirectory();
      case "closed-root" -> scenarios.closedRoot();
      case "closed-past" -> scenarios.closedPast();
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private void permit(String file, String rights) throws IOException {
    Files.setPosixFilePermissions(logs.path(file), PosixFilePermissions.fromString(rights));
  }

  /** How often the log is named in what was told but for the news of its first pass. */
  private long timesTold(String about) {
    return told.toString(UTF_8)
        .lines()
        .filter(line -> line.contains(about) && !line.contains("first pass"))
        .count();
  }

  private void lostAndRegained() throws IOException {
    logs.write("train.jsonl", Lines.trains(1, 2));
    out.print(logs.pollLater().records() + " lines; ");
    logs.append("train.jsonl", Lines.trains(3, 4));
    permit("train.jsonl", "---------");
    for (int i = 0; i < 30; i++) {
      logs.poll();
    }
    boolean readable = !logs.watcher().report().readable().containsValue(false);
    boolean counted = logs.watcher().report().lags().values().stream().allMatch(n -> n > 0);
    out.print("lost: " + logs.records() + ", readable " + readable);
    out.print(", lag " + (counted ? "counted" : "hidden") + "; ");
    permit("train.jsonl", "rw-------");
    out.println(
        "regained: " + logs.poll().records() + "; told " + timesTold("train.jsonl") + " times");
  }

  private void closedAtFirst() throws IOException {
    logs.write("open/train.jsonl", Lines.train(1));
    logs.write("closed/train.jsonl", Lines.train(1));
    permit("closed/train.jsonl", "---------");
    out.print("runs " + logs.pollLater().pollLater().names() + "; ");
    permit("closed/train.jsonl", "rw-------");
    out.println("then " + logs.pollLater().names() + "; told " + timesTold("closed") + " times");
  }

  private void document() throws IOException {
    String first = "{\"step\":5,\"loss\":1.5}";
    logs.write("trainer_state.json", "{\"log_history\":[" + first + "]}");
    out.print(logs.pollLater().step() + "; ");
    logs.write("trainer_state.json", "{\"log_history\":[" + first + ",{\"step\":10,\"loss\":1}]}");
    permit("trainer_state.json", "---------");
    out.print("lost: " + logs.poll().poll().step() + "; ");
    permit("trainer_state.json", "rw-------");
    out.println("regained: " + logs.poll().step());
  }

  private void closedDirectory() throws IOException {
    logs.write("open/train.jsonl", Lines.train(1));
    logs.write("closed/train.jsonl", Lines.train(1));
    permit("closed", "---------");
    out.print("runs " + logs.pollLater().pollLater().names() + "; ");
    permit("closed", "rwx------");
    out.println("then " + logs.pollLater().names());
  }

  private void closedRoot() throws IOException {
    logs.write("train.jsonl", Lines.train(1));
    permit("", "---------");
    logs.pollLater();
    out.print(logs.watcher().report().directories().values() + "; ");
    permit("", "rwx------");
    logs.pollLater();
    out.println(logs.watcher().report().directories().values() + " " + logs.records());
  }

  private void closedPast() throws IOException {
    logs.write("train.jsonl.1", Lines.train(1));
    logs.write("train.jsonl", Lines.train(2));
    permit("train.jsonl.1", "---------");
    out.println("step " + logs.pollLater().step() + " of " + logs.records() + " records");
  }
}
