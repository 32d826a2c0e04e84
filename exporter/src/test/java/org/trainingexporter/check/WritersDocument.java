package org.trainingexporter.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page of writers, made again from its own text: the samples stay, and below each stands what
 * is read of it today. A sample is a block of code; the first code of the paragraph above it is its
 * file's name. A paragraph {@code Golden log: `WRITER/CASE/input/FILE`.} stands for a sample that
 * is no text.
 */
final class WritersDocument {
  static final Path GOLDEN = Path.of("src/test/resources/golden");

  private static final String MADE = "(?:\nRead as [^\n]*\n(?:\n(?:\\|[^\n]*\n)+)?)?";
  private static final Pattern SAMPLE =
      Pattern.compile("(?s)((?:[^\n]+\n)+\n```\\w+\n(.*?\n)```\n)" + MADE);
  private static final Pattern GOLDEN_LOG = Pattern.compile("(Golden log: `([^`]+)`\\.\n)" + MADE);
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern HEADING = Pattern.compile("(?m)^(##+) (.+)$");
  private static final Pattern CONTENTS = Pattern.compile("(?s)(## Contents\n).*?(?=\n## )");

  /** What was read of one sample, and the chapter of the page that it stands in. */
  record Sample(String chapter, SampleReading reading) {}

  private final String page;
  private final Path directory;
  private final List<Sample> samples = new ArrayList<>();

  /**
   * @param directory where samples become files
   */
  WritersDocument(String page, Path directory) {
    this.page = page;
    this.directory = directory;
  }

  /** The page as it should be. */
  String remade() {
    Matcher contents = CONTENTS.matcher(page);
    String text = contents.replaceFirst(m -> quoted(m.group(1) + contents()));
    text = SAMPLE.matcher(text).replaceAll(m -> remade(m, text(m)));
    return GOLDEN_LOG.matcher(text).replaceAll(m -> remade(m, GOLDEN.resolve(m.group(2))));
  }

  /** What {@link #remade} has read. */
  List<Sample> samples() {
    return samples;
  }

  private String remade(MatchResult sample, Path file) {
    SampleReading reading = new SampleReading(read(file));
    samples.add(new Sample(chapter(sample.group(1)), reading));
    return quoted(sample.group(1) + "\n" + reading);
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(text);
  }

  /** The sample as a file of its own directory. */
  private Path text(MatchResult sample) {
    Matcher name = CODE.matcher(sample.group(1));
    if (!name.find()) {
      throw new IllegalStateException("no file's name above the sample " + sample.group(1));
    }
    try {
      Path file = directory.resolve(samples.size() + "/" + name.group(1));
      Files.createDirectories(file.getParent());
      return Files.writeString(file, sample.group(2));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return SampleReading.JSON.readTree(Asked.json(file).output()).get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The chapter of a part of the page. */
  private String chapter(String part) {
    Matcher heading = HEADING.matcher(page).region(0, page.indexOf(part));
    String chapter = "";
    while (heading.find()) {
      chapter = heading.group(1).equals("##") ? heading.group(2) : chapter;
    }
    return chapter;
  }

  /** A line for each chapter, with links to its sections. */
  private String contents() {
    StringBuilder lines = new StringBuilder();
    Matcher heading = HEADING.matcher(page);
    boolean first = true;
    while (heading.find()) {
      String name = heading.group(2);
      if (heading.group(1).equals("##") && !name.equals("Contents")) {
        lines.append("\n- ").append(link(name)).append(':');
        first = true;
      } else if (heading.group(1).equals("###")) {
        lines.append(first ? " " : ", ").append(link(name));
        first = false;
      }
    }
    return lines.append('\n').toString();
  }

  private static String link(String heading) {
    String anchor = heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", "").replace(' ', '-');
    return "[" + heading + "](#" + anchor + ")";
  }
}
