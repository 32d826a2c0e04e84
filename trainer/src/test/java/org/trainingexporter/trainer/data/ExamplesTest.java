package org.trainingexporter.trainer.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ExamplesTest {
  private final Examples points = Spiral.draw(new Random(1));

  @Test
  void a_fifth_is_for_validation_and_no_example_is_in_both() {
    Examples.Split split = points.split(new Random(2));
    assertEquals(Examples.forTraining(1_000), split.training().size());
    assertEquals(200, split.validation().size());
    float[] all = Arrays.copyOf(split.training().features(), points.features().length);
    System.arraycopy(split.validation().features(), 0, all, 1_600, 400);
    Arrays.sort(all);
    float[] expected = points.features().clone();
    Arrays.sort(expected);
    assertArrayEquals(expected, all);
  }

  @Test
  void as_many_labels_as_told_are_drawn_at_random() {
    assertArrayEquals(points.labels(), points.mislabelled(0, new Random(3)).labels());
    int[] labels = points.mislabelled(0.3, new Random(3)).labels();
    int wrong =
        (int) IntStream.range(0, 1_000).filter(i -> labels[i] != points.labels()[i]).count();
    assertEquals(200, wrong, 30, "a third of 300 drawn at random are right");
  }
}
