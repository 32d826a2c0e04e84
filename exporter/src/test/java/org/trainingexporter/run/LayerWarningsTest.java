package org.trainingexporter.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trainingexporter.event.layer.LayerReadings;
import org.trainingexporter.event.layer.Statistic;
import org.trainingexporter.event.layer.Tensor;

/**
 * What each warning of layers counts, and how few events it makes. The table of
 * docs/layer-records.md.
 */
final class LayerWarningsTest extends WarnedRun {
  /** A record with the gradient norms of layers, from the first to the last. */
  private void norms(double... norms) {
    record.begin(++step);
    LayerReadings layers = record.setLayers();
    for (int i = 0; i < norms.length; i++) {
      layers.add("layer" + i, Tensor.GRADIENT).set(Statistic.NORM, norms[i]);
    }
    run.apply(record);
  }

  @Test
  void a_gradient_explodes_above_a_thousand_at_once() {
    norms(1, 1_000);
    assertEquals(0, count("exploding"));
    norms(1, 1_001);
    norms(1, Double.POSITIVE_INFINITY);
    assertEquals(1, count("exploding"));
    assertEquals(List.of("exploding gradient: norm 1001 in layer layer1"), events());
  }

  @Test
  void a_gradient_explodes_above_ten_medians_once_twenty_are_known() {
    for (int i = 0; i < 19; i++) {
      norms(2);
    }
    norms(21);
    assertEquals(0, count("exploding"));
    norms(20);
    assertEquals(0, count("exploding"));
    norms(20.5);
    assertEquals(1, count("exploding"));
  }

  @Test
  void first_layers_vanish_against_the_last_or_alone() {
    norms(1.1e-4, 1, 1, 1);
    norms(2e-6);
    assertEquals(0, count("vanishing"));
    norms(0.9e-4, 1, 1, 1);
    assertEquals(1, count("vanishing"));
    norms(0.9e-6);
    assertEquals(1, count("vanishing"));
    assertTrue(isActive("vanishing"));
  }

  @Test
  void of_eight_layers_two_are_first() {
    norms(1e-5, 3e-4, 1, 1, 1, 1, 1, 1);
    assertEquals(0, count("vanishing"));
    norms(1e-5, 1.5e-4, 1, 1, 1, 1, 1, 1);
    assertEquals(1, count("vanishing"));
  }

  @Test
  void units_are_dead_above_a_tenth() {
    deadUnits(0.1);
    assertEquals(0, count("dead"));
    deadUnits(0.11);
    assertEquals(1, count("dead"));
  }

  @Test
  void what_goes_on_or_flickers_is_one_warning() {
    for (int i = 0; i < 100; i++) {
      deadUnits(i % 4 == 0 ? 0.5 : 0);
    }
    assertEquals(1, count("dead"));
    assertEquals(1, events().size());
    assertTrue(isActive("dead"));
    deadUnits(0);
    assertTrue(isActive("dead"));
    deadUnits(0);
    assertFalse(isActive("dead"), "five in a row are clear");
    deadUnits(0.5);
    assertEquals(2, count("dead"));
  }
}
