package org.trainingexporter.run.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trainingexporter.event.key.Signal;

final class FigureTableTest {
  private static final List<Figure> METRICS =
      FigureTable.ALL.figures().stream().filter(Figure::hasMetric).toList();

  @Test
  void two_figures_never_make_one_series() {
    Set<String> series = new HashSet<>();
    METRICS.forEach(it -> assertTrue(series.add(it.series()), () -> "two rows for " + it.series()));
    assertTrue(series.contains("training_accuracy_ratio{split=\"train\"}"), series::toString);
  }

  @Test
  void figures_of_one_metric_stand_together_and_say_the_same_of_it() {
    Set<String> finished = new HashSet<>();
    Figure before = METRICS.get(0);
    for (Figure figure : METRICS.subList(1, METRICS.size())) {
      if (figure.metric().equals(before.metric())) {
        assertEquals(before.help(), figure.help());
        assertEquals(before.unit(), figure.unit());
      } else {
        finished.add(before.metric());
        assertTrue(!finished.contains(figure.metric()), figure.metric());
      }
      before = figure;
    }
  }

  @Test
  void the_name_of_a_metric_ends_in_its_unit() {
    for (Figure figure : METRICS) {
      String name = figure.metric();
      switch (figure.unit()) {
        case TIMESTAMP -> assertTrue(name.endsWith("_timestamp_seconds"), name);
        case SECONDS -> assertTrue(name.matches(".*_seconds(_total)?"), name);
        case BYTES -> assertTrue(name.endsWith("_bytes"), name);
        case RATIO -> assertTrue(name.endsWith("_ratio"), name);
        case STEPS -> assertTrue(name.matches(".*_(steps?|length)"), name);
        case EPOCHS -> assertTrue(name.matches(".*_epochs?"), name);
        case STEPS_PER_SECOND, TOKENS_PER_SECOND, SAMPLES_PER_SECOND ->
            assertTrue(name.contains("_per_second"), name);
        case NONE -> assertTrue(!name.matches(".*_(seconds|bytes|ratio)(_total)?"), name);
      }
      assertEquals(figure.counter(), name.endsWith("_total"), name);
    }
  }

  @Test
  void a_signal_becomes_its_newest_value_and_not_its_mean_or_its_best() {
    assertEquals("loss", FigureTable.ALL.of(Signal.LOSS).orElseThrow().key());
    assertEquals("validation_loss", key(Signal.VALIDATION_LOSS));
    assertEquals("tokens", key(Signal.STEP_TOKENS));
    assertTrue(FigureTable.ALL.of(Signal.VALUE).isEmpty());
  }

  private static String key(Signal signal) {
    return FigureTable.ALL.of(signal).orElseThrow().key();
  }

  @Test
  void the_best_validation_is_an_object_of_its_own_in_the_api() {
    List<String> names =
        FigureTable.ALL.of(Topic.BEST_VALIDATION).stream().map(Figure::name).toList();
    assertEquals(List.of("loss", "perplexity", "step", "epoch"), names);
  }

  @Test
  void a_key_stands_once_and_an_unknown_one_is_no_figure() {
    Figure loss = FigureTable.ALL.of("loss");
    assertThrows(IllegalArgumentException.class, () -> FigureTable.ALL.with(loss));
    assertThrows(NoSuchElementException.class, () -> FigureTable.ALL.of("lost"));
  }
}
