package org.trainingexporter.watch.rank;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trainingexporter.parse.eventfile.files.EventFileName;
import org.trainingexporter.run.rank.RankPlace;

/**
 * The process of a training that a log's name, or the name of its directory, says it is of, such as
 * {@code train_rank3.jsonl}, {@code log.node1.rank08.txt}, {@code rank_3/train.jsonl} and
 * torchrun's {@code attempt_0/3/stdout.log}, with the machine that the file or the directory around
 * all is named by.
 *
 * @param group the same for the logs of all ranks
 * @param groupOfNode the same for the logs of all ranks of a machine
 */
public record RankName(RankPlace place, Path group, Path groupOfNode) {
  private static final Pattern RANK =
      Pattern.compile(
          "(?<!\\p{L})(?<!node[-_.])(?<!lora[-_.])rank[-_.=]?(\\d{1,6})(?!\\d)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NODE =
      Pattern.compile(
          "(?<!\\p{L})node(?:[-_.]?rank)?[-_.=]?(\\d{1,6})(?!\\d)", Pattern.CASE_INSENSITIVE);

  private static final Pattern FOLDER =
      Pattern.compile("rank[-_.=]?(\\d{1,6})", Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,6})");
  private static final Pattern ATTEMPT = Pattern.compile("attempt_\\d+");

  /** What it says; empty where it names no rank. */
  public static Optional<RankName> of(Path log) {
    String file = log.getFileName().toString();
    Path folder = log.toAbsolutePath().getParent();
    Optional<Matcher> ofFolder = ofFolder(folder);
    Matcher ofFile = RANK.matcher(file);
    boolean inFile = ofFile.find();
    if (!inFile && ofFolder.isEmpty()) {
      return Optional.empty();
    }
    Path own = ofFolder.isPresent() ? folder.getParent() : folder;
    String below = ofFolder.isPresent() ? "rank" : "";
    Optional<MachineName> machine = MachineName.of(own);
    String rest = inFile ? without(file, ofFile) : file;
    Matcher node = NODE.matcher(rest);
    String number = node.find() ? Integer.toString(Integer.parseInt(node.group(1))) : "";
    String name = number.isEmpty() ? machine.map(MachineName::node).orElse("") : number;
    String ofAll = EventFileName.isOne(file) ? "tfevents" : rest;
    int rank = Integer.parseInt((inFile ? ofFile : ofFolder.orElseThrow()).group(1));
    return Optional.of(
        new RankName(
            new RankPlace(rank, "", name),
            machine
                .map(MachineName::group)
                .orElse(own)
                .resolve(below)
                .resolve(ofAll.equals(rest) && !number.isEmpty() ? without(rest, node) : ofAll),
            own.resolve(below).resolve(ofAll)));
  }

  /** The rank that a directory is named by; empty where it is not. */
  static Optional<Integer> rankOf(Path directory) {
    return ofFolder(directory).map(match -> Integer.valueOf(match.group(1)));
  }

  private static Optional<Matcher> ofFolder(Path directory) {
    if (directory == null || directory.getFileName() == null) {
      return Optional.empty();
    }
    Path above = directory.getParent();
    boolean inAttempt =
        above != null
            && above.getFileName() != null
            && ATTEMPT.matcher(above.getFileName().toString()).matches();
    Matcher name = (inAttempt ? NUMBER : FOLDER).matcher(directory.getFileName().toString());
    return name.matches() ? Optional.of(name) : Optional.empty();
  }

  private static String without(String name, Matcher number) {
    return name.substring(0, number.start(1)) + name.substring(number.end(1));
  }
}
