package org.trainingexporter.parse.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trainingexporter.parse.TextReading.only;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.parse.TextReading;

final class TextPairsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "step: 10 loss: 2.5 lr: 0.001",
        "step=10 loss=2.5 lr=0.001",
        "step 10 loss 2.5 lr 0.001",
        "step: 10 | loss: 2.5 | lr: 0.001",
        "step 10, loss 2.5, lr 0.001",
        "step = 10; loss = 2.5; lr = 1e-3",
        "step:10\tloss:2.5\tlr:1E-3",
        "step 10 - loss: 2.5 - lr: 1.0e-03",
        "[step 10] loss: 2.5000  lr: .001",
        "step [10], loss: 2.5, lr: 0.00100",
        ">>> step 10 * loss 2.5 * lr 0.001 <<<",
        "**** step 010: loss 2.5, lr 0.001 ****"
      })
  void every_punctuation_of_a_pair_is_read(String line) {
    assertEquals("train step=10 loss=2.5 lr=0.001", only(line));
  }

  @Test
  void names_may_have_several_words_slashes_and_units() {
    assertEquals(
        "train step=5 lm loss=3.5 elapsed time per iteration (ms)=312.5 a/b.c=1",
        only("step: 5 | lm loss: 3.5 | elapsed time per iteration (ms): 312.5 | a/b.c: 1"));
  }

  @Test
  void a_running_mean_in_brackets_is_passed_over() {
    assertEquals(
        "train epoch=3 iter=10 loss=0.52 acc=91.5",
        only("Epoch: [3][10/500] loss: 0.52 (0.61)  acc: 91.50 (88.1)"));
  }

  @Test
  void a_part_of_the_whole_gives_position_and_plan() {
    assertEquals("train Step=40 max_steps=200 Loss=2", only("Step 40/200 Loss 2"));
    assertEquals("train step=40 max_steps=200 loss=2", only("[ 40/200] loss 2"));
    assertEquals("train step=40 max_steps=200 loss=2", only("step 40 of 200: loss 2"));
    assertEquals("train iteration=40 max_steps=200 loss=2", only(" iteration  40/  200 | loss: 2"));
  }

  @Test
  void of_two_counters_at_the_beginning_the_first_is_the_epoch() {
    assertEquals(
        "train epoch=1 num_train_epochs=25 iter=40 max_steps=5000 loss=2",
        only("[1/25][40/200] loss: 2"));
    assertEquals(
        "train epoch=3 iter=40 Loss=2 LR=1",
        only("Train: 3 [  40/200 ( 20%)]  Loss: 2 (3)  LR: 1"));
  }

  @Test
  void a_counter_with_a_name_goes_before_one_of_the_epoch() {
    assertEquals(
        "train epoch=2 loss=2 num_updates=1040",
        only("epoch 002:  40 / 1000 loss=2, num_updates=1040"));
  }

  @Test
  void a_row_of_darknet_has_the_running_mean_as_its_loss() {
    assertEquals(
        "train step=100 batch_loss=3.25 loss=3 lr=0.001",
        only(" 100: 3.250000, 3.000000 avg loss, 0.001000 rate, 3.4 seconds, 6400 images"));
  }

  @Test
  void beside_an_epoch_the_plan_is_the_epochs_times_their_number() {
    assertEquals(
        "train epoch=3 num_train_epochs=10 Step=40 max_steps=2000 loss=2",
        only("Epoch 3/10 Step 40/200 loss: 2"));
    assertEquals("train epoch=3 iter=40 loss=2", only("Epoch: [3][40/200] loss: 2"));
  }

  @Test
  void a_counter_that_goes_on_over_the_epochs_has_the_plan_of_the_run() {
    List<String> found =
        TextReading.ofLines(
            "Epoch 1/2 step 50/100 loss: 3",
            "Epoch 2/2 step 60/100 loss: 2",
            "Epoch 2/2 step 70/100 loss: 1");
    assertEquals("3 train epoch=2 num_train_epochs=2 step=70 max_steps=100 loss=1", found.get(2));
  }

  @Test
  void words_around_a_position_leave_it_one() {
    assertEquals("train epoch=3 loss=2", only("Train Epoch: 3 loss: 2"));
    assertEquals("train epoch=3 loss=2", only("End of epoch 3: loss: 2"));
    assertEquals(
        "train epoch=16 iter=100 Loss=2.5", only("Train Epoch: 16 [100/5000 (2%)]\tLoss: 2.5"));
    assertEquals("other Best epoch=3 loss=2", only("Best epoch 3, loss: 2"));
  }

  @Test
  void units_behind_numbers_are_read() {
    assertEquals("train step=1 loss=2 mfu=3.5 it/s=4", only("step 1 loss 2 mfu=3.5% 4 it/s"));
    assertEquals("train step=1 loss=2 step_time_ms=4", only("step 1 loss 2 step_time_ms: 250ms"));
    assertEquals("train step=1 loss=2 it/s=0.5", only("step 1 loss 2 2.0s/it"));
    assertEquals("train step=1 loss=2 eta=3661", only("step 1 loss 2 eta: 1:01:01"));
    assertEquals("train step=1 loss=2 eta=3720", only("step 1 loss 2 eta: 1h 2m"));
    assertEquals("train step=1 loss=2 eta=93784", only("step 1 loss 2 eta: 1 day, 2:03:04"));
    assertEquals("train step=1 loss=2 tokens=1200000", only("step 1 loss 2 tokens: 1.2M"));
  }

  @Test
  void numbers_are_read_as_people_write_them() {
    assertEquals(
        "train step=94 loss=NaN tokens=26495", only("step 00094 | loss: nan | tokens: 26,495"));
    assertEquals("train step=1 loss=Infinity lr=0.5", only("step 1 loss=inf lr=tensor(0.5)"));
    assertEquals("train step=1 loss=NaN lr=2.4", only("step 1 loss: -1.#IND lr: [2.4]"));
    assertEquals("train step=1 lr=0.5", only("step 1 loss=None lr=0.5"));
  }

  @Test
  void a_set_that_is_named_before_its_numbers_is_theirs() {
    assertEquals(
        "train epoch=1 Train loss=0.7 acc=0.8 Val loss=0.3 val_acc=0.9",
        only("Epoch 1 | Train loss=0.7 acc=0.8 | Val loss=0.3 acc=0.9"));
    assertEquals("validation val_loss=0.3 val_acc=0.9", only("Validation: loss 0.3, acc 0.9"));
    assertEquals("validation epoch=3 val_loss=0.3", only("[VAL] Epoch 3 loss 0.3"));
    assertEquals("validation epoch=10 val_loss=0.3", only("Epoch(val) [10][1250]  loss: 0.3"));
    assertEquals("validation epoch=2 val_loss=0.3", only("phase=val epoch=2 loss=0.3"));
    assertEquals("train epoch=2 loss=0.3", only("[train] epoch=2 loss=0.3"));
  }

  @Test
  void a_validation_that_goes_on_is_not_yet_a_result() {
    assertEquals("[]", only("Test: [ 10/79]  eta: 0:01:00  loss: 55.1 (55.0)"));
    assertEquals(
        "validation eta=0 val_loss=55.1", only("Test: [78/79]  eta: 0:00:00  loss: 55.1 (55.0)"));
  }

  @Test
  void what_is_no_pair_is_passed_over() {
    for (String line :
        List.of(
            "10.0.0.1 - - [22/Nov/2025:08:15:00 +0000] \"GET /train?step=0&loss=1 HTTP/1.1\" 200 612",
            "loss improved from 0.52 --> 0.48",
            "Namespace(batch_size=1, learning_rate=0.001, epochs=10, loss=2)",
            "(bn1): BatchNorm2d(64, eps=1e-05, momentum=0.1, loss=0.5)",
            "  File \"/opt/train.py\", line 219, in step",
            "Requirement already satisfied: numpy>=1.18.5 in /usr/lib/python3 (from torch) (1.26.4)",
            "The model has 12 layers and 3 heads and a loss of interest in step 5 of the plan",
            "http://host:8080/?loss=1&step=2",
            "loss_history 2025-11-22 version 1.2.3",
            "number of parameters: 10.65M",
            "Saving model checkpoint at step 500")) {
      assertEquals("[]", only(line), line);
    }
  }
}
