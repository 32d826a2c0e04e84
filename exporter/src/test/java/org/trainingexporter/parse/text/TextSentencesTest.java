package org.trainingexporter.parse.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trainingexporter.parse.TextReading.only;
import static org.trainingexporter.parse.TextReading.records;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Names, positions and values as people put them into sentences, arrows and brackets. */
final class TextSentencesTest {
  @Test
  void arrows_join_a_name_and_its_value() {
    assertEquals("train step=100 loss=0.7 lr=0.001", only("step: [100] loss => 0.7 lr => 0.001"));
    assertEquals("train epoch=1 loss=0.7", only("Epoch 1 --> loss --> 0.7"));
    assertEquals(
        "train epoch=1 loss=0.7 accuracy=50", only("Epoch 1 -> loss = 0.7 | accuracy = 50"));
  }

  @Test
  void an_arrow_between_two_numbers_says_that_a_value_has_changed() {
    assertEquals("[]", only("step 3: loss 0.52 -> 0.48"));
  }

  @Test
  void small_words_belong_to_no_name() {
    assertEquals(
        "train epoch=1 train loss=0.7 validation loss=0.75",
        only("Finished epoch 1 with a train loss of 0.7 and validation loss of 0.75"));
    assertEquals("train epoch=1 loss=0.7", only("Epoch 1 had the loss 0.7"));
    assertEquals("train epoch=1 loss=0.7", only("In epoch 1 the loss was 0.7"));
  }

  @Test
  void a_position_may_stand_between_a_name_and_its_value() {
    assertEquals("train step=100 Average loss=2.5", only("Average loss at step 100 : 2.5"));
    assertEquals("train iteration=0 Loss=0.69", only("Loss after iteration 0: 0.69"));
    assertEquals("validation epoch=3 Val loss=0.5", only("Val loss at the end of epoch 3 is 0.5"));
    assertEquals("[]", only("Saved the model after step 100"));
  }

  @Test
  void a_number_at_the_beginning_counts_where_nothing_else_does() {
    assertEquals("train step=100 loss=5.2", only("[100] loss=5.2"));
    assertEquals("train step=100 loss=5.2", only("100: loss=5.2"));
    assertEquals("train step=100 loss=5.2", only("#100 loss=5.2"));
    assertEquals("train step=7 loss=5.2", only("[3] step=7 loss=5.2"));
    assertEquals("other loss=5.2", only("100 loss=5.2"));
  }

  @Test
  void a_number_at_the_beginning_that_stays_is_no_position() {
    List<String> read = records("[41] loss: 3\n".repeat(5));
    assertEquals("5 other loss=3", read.get(4));
  }

  @Test
  void two_numbers_in_a_bracket_are_epoch_and_counter() {
    assertEquals("train epoch=1 iter=2000 loss=2.2", only("[1,  2000] loss: 2.2"));
    assertEquals("other loss=2.2", only("[1.5, 2000] loss: 2.2"));
  }

  @Test
  void a_position_may_be_attached_to_its_number() {
    assertEquals(
        "train epoch=3 acc=0.1 loss=147.9", only("3epoch:train:1-50batch: acc=0.1, loss=147.9"));
    assertEquals("train epoch=3 loss=0.5", only("Epoch #3: loss=0.5"));
  }

  @Test
  void sets_behind_a_name_share_it() {
    assertEquals(
        "train epoch=1 loss train=0.7 val_loss=0.75", only("epoch 1 | loss train: 0.7, val: 0.75"));
    assertEquals("train epoch=1 Loss=0.7 val_Loss=0.75", only("epoch 1 Loss: train 0.7 val 0.75"));
    assertEquals(
        "train epoch=1 Loss=0.7 Train=0.5 Val=0.4",
        only("Epoch: 1, Loss: 0.7, Train: 0.5, Val: 0.4"));
  }

  @Test
  void of_two_named_counters_the_step_goes_first() {
    assertEquals("train step=1 loss=2.5", only("iter 10 step 1: loss 2.5"));
  }

  @Test
  void ep_is_an_epoch_beside_a_loss_and_an_episode_beside_a_reward() {
    assertEquals("train epoch=1 loss=0.7", only("Ep:1|loss:0.7"));
    assertEquals("train episode=1 reward=20", only("ep 1 reward 20"));
  }

  @Test
  void a_line_that_opens_a_position_sets_it_for_those_below() {
    assertEquals(
        List.of("2 train iteration=10 max_steps=1500 Mean reward=12.5"),
        records("   Learning iteration 10/1500\n   Mean reward: 12.5\n"));
    assertEquals(
        List.of(
            "2 train step=3 max_steps=1000 loss=10.5",
            "5 validation step=3 max_steps=1000 val_loss=9.5"),
        records(
            """
            [batch=3/1000]:
            \t loss: 10.5

            [Eval batch=10/10] Eval on eval data:
            \t loss: 9.5
            """));
  }
}
