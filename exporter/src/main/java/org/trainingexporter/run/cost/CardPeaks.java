package org.trainingexporter.run.cost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.trainingexporter.event.Unknown.UNKNOWN;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Peaks of cards by name: dense BF16 floating point operations a second, from the table {@code
 * card-peaks.txt}. The first row whose words all occur in the card's name is the card's. The name
 * of a part of a card has none: its peak is not the card's.
 */
public final class CardPeaks {
  private static final double TERA = 1e12;

  /** {@code MIG}, or the profile of a virtual card: {@code 4C} of {@code GRID A100-4C}. */
  private static final Pattern PART = Pattern.compile(" (mig|\\d+[abcq]) ");

  private final Map<List<String>, Double> peaks = new LinkedHashMap<>();

  private CardPeaks() {}

  private static final class Table {
    static final CardPeaks ALL = read();
  }

  /** The table that comes with the exporter; read when it is first asked for. */
  public static CardPeaks table() {
    return Table.ALL;
  }

  private static CardPeaks read() {
    CardPeaks all = new CardPeaks();
    var stream = Objects.requireNonNull(CardPeaks.class.getResourceAsStream("card-peaks.txt"));
    try (var lines = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
      lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(all::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private void add(String row) {
    String[] cells = row.split("\\|", 3);
    peaks.put(words(cells[1]), Double.parseDouble(cells[0].strip()) * TERA);
  }

  private static List<String> words(String name) {
    return List.of(name.toLowerCase(Locale.ROOT).strip().split("[^a-z0-9]+"));
  }

  /** Operations a second of a card of that name; unknown for a card that is not in the table. */
  public double of(String card) {
    String name = " " + String.join(" ", words(card)) + " ";
    if (PART.matcher(name).find()) {
      return UNKNOWN;
    }
    return peaks.entrySet().stream()
        .filter(row -> row.getKey().stream().allMatch(word -> name.contains(" " + word + " ")))
        .mapToDouble(Map.Entry::getValue)
        .findFirst()
        .orElse(UNKNOWN);
  }
}
