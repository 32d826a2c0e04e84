package org.trainingexporter.parse.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trainingexporter.parse.JsonLinesReading;

final class BareNonFiniteTest {
  @Test
  void values_that_are_not_finite_are_read_in_every_languages_words() {
    assertEquals(
        List.of(
            "1 TRAIN time=NaN 0/step=1.0 1/loss=NaN null null",
            "2 TRAIN time=NaN 0/step=2.0 1/loss=NaN null null",
            "3 TRAIN time=NaN 0/step=3.0 1/loss=-Infinity null null",
            "4 TRAIN time=NaN 0/step=4.0 1/loss=NaN null null",
            "5 TRAIN time=NaN 0/step=5.0 1/loss=-Infinity null null"),
        JsonLinesReading.together(
            """
            {"step":1,"loss":nan}
            {"step":2, "loss": -nan(ind)}
            {"step":3,"loss":-inf ,"note":"nan: inf"}
            {"step":4,"loss":1.#QNAN,"note":null}
            {"step":5,"loss":-1.#INF00}
            """));
  }

  @Test
  void other_words_still_cost_the_line() {
    assertEquals(
        List.of("1 NOT_JSON  {\"step\":1,\"loss\":nil}"),
        JsonLinesReading.together("{\"step\":1,\"loss\":nil}\n"));
  }
}
