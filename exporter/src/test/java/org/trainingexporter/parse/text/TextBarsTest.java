package org.trainingexporter.parse.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trainingexporter.parse.TextReading.ofLines;
import static org.trainingexporter.parse.TextReading.only;
import static org.trainingexporter.parse.TextReading.records;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TextBarsTest {
  @Test
  void a_bar_gives_position_plan_elapsed_remaining_and_speed() {
    assertEquals(
        "train step=45 max_steps=100 it/s=3.7 elapsed_time=12 remaining_time=15 loss=0.3",
        only(" 45%|████▌     | 45/100 [00:12<00:15,  3.70it/s, loss=0.3]"));
    assertEquals(
        "other step=45 max_steps=100 it/s=0.5 elapsed_time=3612 remaining_time=15",
        only(" 45%|####      | 45/100 [1:00:12<00:15,  2.00s/it]"));
  }

  @Test
  void beside_an_epoch_a_bar_counts_within_it_and_its_times_are_the_epochs() {
    assertEquals(
        "train epoch=3 iter=45 it/s=3.7 loss=0.3",
        only("Epoch 3:  45%|████▌     | 45/100 [00:12<00:15,  3.70it/s, loss=0.3]"));
  }

  @Test
  void a_bar_of_something_else_is_none_of_the_training() {
    assertEquals("[]", only("Map: 100%|##########| 1000/1000 [00:01<00:00, 900.00it/s]"));
    assertEquals("[]", only("100%|##########| 170498071/170498071 [00:13<00:00, 12.6MB/s]"));
    assertEquals("[]", only("Loading checkpoint shards: 100%|###| 2/2 [00:28<00:00, 14.44s/it]"));
    assertEquals("[]", only("Validation:  10%|#  | 5/50 [00:01<00:10, 4.00it/s, loss=0.3]"));
  }

  @Test
  void a_bar_within_one_that_is_not_done_is_passed_over() {
    assertEquals(
        List.of(
            "1 other step=10 max_steps=200 it/s=1 elapsed_time=10 remaining_time=190",
            "3 other step=11 max_steps=200 it/s=1 elapsed_time=11 remaining_time=189"),
        ofLines(
            "  5%|5         | 10/200 [00:10<03:10,  1.00it/s]",
            " 50%|#####     | 25/50 [00:05<00:05,  5.00it/s]",
            "  5%|5         | 11/200 [00:11<03:09,  1.00it/s]"));
  }

  @Test
  void an_object_behind_a_bar_has_the_bars_position() {
    assertEquals(
        "train loss=2.25 step=10 max_steps=200 it/s=1 elapsed_time=10 remaining_time=190",
        only("  5%|5 | 10/200 [00:10<03:10,  1.0it/s]{'loss': 2.25}"));
  }

  @Test
  void a_bar_without_a_total_gives_the_position() {
    assertEquals(
        "train step=45 it/s=3.7 elapsed_time=12 loss=0.3",
        only("45it [00:12,  3.70it/s, loss=0.3]"));
  }

  @Test
  void bars_of_keras_stand_in_the_epoch_above() {
    assertEquals(
        List.of(
            "2 train epoch=3 num_train_epochs=10 iter=12 max_steps=1000 loss=0.4 val_loss=0.5",
            "2 train epoch=3 num_train_epochs=10 iter=100 max_steps=1000 it/s=20 loss=0.3"),
        records(
            "Epoch 3/10\n 12/100 [==>...........................] - ETA: 3s - loss: 0.4 - val_loss: 0.5"
                + "\b\b\b\b\r100/100 [==============================] - 5s 50ms/step - loss: 0.3\n"));
    assertEquals(
        "train step=1875 max_steps=1875 it/s=1000 accuracy=0.9 loss=0.3",
        only(
            "\u001b[1m1875/1875\u001b[0m \u001b[32m━━━━━━\u001b[0m \u001b[1m3s\u001b[0m 1ms/step - accuracy: 0.9 - loss: 0.3"));
  }
}
