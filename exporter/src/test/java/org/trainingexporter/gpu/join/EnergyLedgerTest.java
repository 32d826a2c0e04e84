package org.trainingexporter.gpu.join;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trainingexporter.gpu.FakeGpus.card;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trainingexporter.gpu.reading.Gpu;
import org.trainingexporter.gpu.reading.GpuValues;
import org.trainingexporter.process.WatchedRun;

final class EnergyLedgerTest {
  private static final RunGpu A_ON_0 = new RunGpu("a", 0, "GPU-0");
  private static final RunGpu B_ON_0 = new RunGpu("b", 0, "GPU-0");
  private static final RunGpu A_ON_1 = new RunGpu("a", 1, "GPU-1");

  private final List<WatchedRun> runs = List.of(run("a"), run("b"));
  private final EnergyLedger ledger = new EnergyLedger();

  @Test
  void a_run_is_charged_what_its_cards_use_once_it_is_joined() {
    assertEquals(
        List.of(new RunGpuUsage("a", 2, 0)),
        ledger.book(List.of(card(0, 1000), card(1, 500)), List.of(A_ON_0, A_ON_1), runs));
    assertEquals(
        List.of(new RunGpuUsage("a", 1, 130)),
        ledger.book(List.of(card(0, 1100), card(1, 530)), List.of(A_ON_0), runs));
    assertEquals(
        List.of(new RunGpuUsage("a", 1, 140)),
        ledger.book(List.of(card(0, 1110), card(1, 600)), List.of(A_ON_0), runs));
  }

  @Test
  void runs_that_share_a_card_share_its_energy_evenly() {
    ledger.book(List.of(card(0, 0)), List.of(A_ON_0, B_ON_0), runs);

    assertEquals(
        List.of(new RunGpuUsage("a", 1, 50), new RunGpuUsage("b", 1, 50)),
        ledger.book(List.of(card(0, 100)), List.of(A_ON_0, B_ON_0), runs));
  }

  @Test
  void a_run_keeps_its_energy_when_its_cards_are_gone() {
    ledger.book(List.of(card(0, 0)), List.of(A_ON_0), runs);

    assertEquals(
        List.of(new RunGpuUsage("a", 0, 7)), ledger.book(List.of(card(0, 7)), List.of(), runs));
    assertEquals(List.of(new RunGpuUsage("a", 0, 7)), ledger.book(List.of(), List.of(), runs));
  }

  @Test
  void a_run_whose_logs_are_gone_is_forgotten() {
    ledger.book(List.of(card(0, 0)), List.of(A_ON_0), runs);

    assertEquals(List.of(), ledger.book(List.of(card(0, 7)), List.of(), List.of(run("b"))));
  }

  @Test
  void a_card_that_tells_no_energy_is_not_taken_to_use_none() {
    Gpu silent = new GpuValues().toGpu(0, "GPU-0");

    assertEquals(
        List.of(new RunGpuUsage("a", 1, Double.NaN)),
        ledger.book(List.of(silent), List.of(A_ON_0), runs));
    assertEquals(
        List.of(new RunGpuUsage("a", 2, 0)),
        ledger.book(List.of(silent, card(1, 500)), List.of(A_ON_0, A_ON_1), runs));
    assertEquals(
        List.of(new RunGpuUsage("a", 2, 9)),
        ledger.book(List.of(silent, card(1, 509)), List.of(A_ON_0, A_ON_1), runs));
  }

  private static WatchedRun run(String name) {
    return new WatchedRun(name, Path.of(name), List.of(), "training", 0);
  }
}
