package org.trainingexporter.gpu.join;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trainingexporter.gpu.FakeGpus.card;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trainingexporter.gpu.reading.Gpu;
import org.trainingexporter.gpu.reading.GpuMetric;
import org.trainingexporter.gpu.reading.GpuValues;
import org.trainingexporter.process.WatchedRun;

/** What is remembered of a run's cards from one reading to the next. */
final class CardLedgerTest {
  private static final RunGpu ON_0 = new RunGpu("a", 0, "GPU-0");
  private static final RunGpu ON_1 = new RunGpu("a", 1, "GPU-1");

  private final CardLedger ledger = new CardLedger();
  private final List<Gpu> cards = new ArrayList<>(List.of(card(0, 0), card(1, 0)));

  private RunGpuUsage book(List<RunGpu> joins, double joules, double tokens) {
    WatchedRun run = new WatchedRun("a", Path.of("a"), List.of(), "training", 0, tokens);
    RunGpuUsage use = new RunGpuUsage("a", joins.size(), joules);
    return ledger.book(cards, joins, List.of(run), List.of(use)).get(0);
  }

  @Test
  void the_most_cards_at_once_are_remembered() {
    assertEquals(2, book(List.of(ON_0, ON_1), 0, 0).most());
    assertEquals(2, book(List.of(ON_0), 0, 0).most());
    assertEquals(2, book(List.of(), 0, 0).most());
  }

  @Test
  void a_million_tokens_cost_the_energy_since_tokens_were_first_seen() {
    assertEquals(Double.NaN, book(List.of(ON_0), 100, 5e6).joulesPerMillionTokens());
    assertEquals(300, book(List.of(ON_0), 700, 7e6).joulesPerMillionTokens());
  }

  @Test
  void a_run_without_tokens_or_energy_has_no_energy_of_tokens() {
    book(List.of(ON_0), 100, Double.NaN);
    assertEquals(Double.NaN, book(List.of(ON_0), 700, Double.NaN).joulesPerMillionTokens());
    assertEquals(Double.NaN, book(List.of(ON_0), Double.NaN, 9).joulesPerMillionTokens());
  }

  @Test
  void the_model_of_the_cards_is_named_where_all_are_of_one() {
    cards.set(0, named(0, "NVIDIA A100-SXM4-80GB"));
    cards.set(1, named(1, "NVIDIA H100 80GB HBM3"));
    assertEquals("NVIDIA A100-SXM4-80GB", book(List.of(ON_0), 0, 0).model());
    assertEquals("NVIDIA A100-SXM4-80GB", book(List.of(), 0, 0).model());
    assertEquals("", book(List.of(ON_0, ON_1), 0, 0).model());
  }

  @Test
  void the_model_of_a_divided_card_says_so() {
    GpuValues mig = new GpuValues();
    mig.add(GpuMetric.MIG_INFO, 1, "1", "0", "1g.10gb", "MIG-1");
    addName(mig, "NVIDIA H100 80GB HBM3");
    cards.set(0, mig.toGpu(0, "GPU-0"));
    assertEquals("NVIDIA H100 80GB HBM3 MIG", book(List.of(ON_0), 0, 0).model());
  }

  private static Gpu named(int index, String name) {
    GpuValues values = new GpuValues();
    addName(values, name);
    return values.toGpu(index, "GPU-" + index);
  }

  private static void addName(GpuValues values, String name) {
    String[] labels =
        GpuMetric.INFO.labels().stream()
            .map(it -> it.equals("name") ? name : "")
            .toArray(String[]::new);
    values.add(GpuMetric.INFO, 1, labels);
  }
}
