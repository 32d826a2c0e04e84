package org.trainingexporter.parse.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trainingexporter.parse.TextReading.records;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables of columns that a training prints among other lines. */
final class TextTablesTest {
  private static final List<String> TWO =
      List.of(
          "4 train epoch=1 train_loss=0.75 valid_loss=0.5",
          "5 train epoch=2 train_loss=0.5 valid_loss=0.25");

  @Test
  void blanks_may_part_the_cells() {
    assertEquals(
        TWO,
        records(
            """
            Loading data
              epoch    train_loss    valid_loss
            -------  ------------  ------------
                  1          0.75          0.50
                  2          0.50          0.25
            """));
  }

  @Test
  void bars_may_part_the_cells() {
    assertEquals(
        TWO,
        records(
            """
            +-------+------------+------------+
            | epoch | train_loss | valid_loss |
            +-------+------------+------------+
            |     1 |     0.7500 |     0.5000 |
            |     2 |     0.5000 |     0.2500 |
            """));
  }

  @Test
  void a_header_may_come_again_and_lines_may_stand_between() {
    assertEquals(
        List.of("2 train step=1 loss=3", "4 train step=2 loss=2", "6 train step=3 lr=0.5 loss=1"),
        records(
            """
            step  loss
            1     3.0
            saved model-1.pt
            2     2.0
            step  lr   loss
            3     0.5  1.0
            """));
  }

  @Test
  void a_row_of_other_cells_is_none() {
    assertEquals(
        List.of("2 train step=1 loss=3"),
        records(
            """
            step  loss
            1     3.0
            2     2.0    1.0
            a     2.0
            3     n/a
            """));
  }

  @Test
  void a_cell_without_a_number_costs_itself() {
    assertEquals(List.of("2 train step=1 loss=3"), records("step  loss  note\n1     3.0   best\n"));
  }

  @Test
  void words_with_gaps_are_no_header_unless_the_first_is_a_position() {
    assertEquals(List.of(), records("name  size\n1     3.0\n2     4.0\n"));
  }
}
