package org.trainingexporter.parse.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trainingexporter.parse.TextReading.ofLines;
import static org.trainingexporter.parse.TextReading.only;
import static org.trainingexporter.parse.TextReading.records;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trainingexporter.parse.TextReading;

final class TextLinesTest {
  @Test
  void a_carriage_return_ends_a_line_and_only_newlines_are_counted() {
    assertEquals(
        List.of("1 train step=1 loss=3", "1 train step=2 loss=2", "2 train step=3 loss=1"),
        records("step 1 loss 3\rstep 2 loss 2\r\nstep 3 loss 1\r\n"));
  }

  @Test
  void escape_sequences_and_backspaces_are_taken_out() {
    assertEquals(
        "train step=1 loss=3",
        only("\u001b[32m\u001b[1mstep\u001b[0m 1 lo\bss: \u001b[33m3\u001b[0m"));
    assertEquals("train step=1 loss=3", only("\u001b]0;title\u0007step 1 loss 3"));
  }

  @Test
  void a_cursor_that_goes_up_ends_the_line() {
    assertEquals(
        "train epoch=17 loss=3",
        only("Validation: |   | 0/? [00:00<?, ?it/s]\u001b[AEpoch 17: loss 3"));
  }

  @Test
  void a_line_that_only_names_a_set_heads_those_below_until_one_has_a_position() {
    assertEquals(
        List.of(
            "3 train epoch=1 loss=3",
            "5 validation epoch=1 val_loss=4",
            "6 validation epoch=1 val_acc=0.5 f1=1",
            "8 train epoch=2 loss=2"),
        records(
            """
            Epoch 1
            --- Training ---
            loss: 3
            ==== Running validation ====
            loss: 4
            acc: 0.5, f1: 1
            Epoch 2
            loss: 2
            """));
    assertEquals(
        List.of("2 validation step=5 val_loss=4", "3 train step=6 loss=2"),
        records("Validation (step 5)\nloss: 4\nstep 6 loss 2\n"));
  }

  @Test
  void prose_that_speaks_of_a_set_is_no_heading() {
    assertEquals(
        List.of("3 train step=1 loss=3"),
        records("step 1\nSkipping the validation since nothing changed\nloss: 3\n"));
  }

  @Test
  void a_summary_without_a_position_sums_up_the_lines_above_it() {
    assertEquals(
        List.of("1 train iter=1 loss=3", "2 train iter=2 loss=2", "4 other Loss=2.5"),
        records("iter 1, loss: 3\niter 2, loss: 2\n[Eval Summary]:\nLoss: 2.5\n"));
    assertEquals(
        List.of("2 train epoch=1 loss=3", "4 validation epoch=1 val_loss=4"),
        records("Epoch 1\nloss: 3\nValidation summary\nloss: 4\n"));
  }

  @Test
  void a_reward_before_the_first_position_is_a_programs_text() {
    assertEquals(
        List.of("2 train step=1 loss=3", "3 other return=5"),
        records("        return 1.0\nstep 1 loss 3\nreturn 5\n"));
    assertEquals(List.of("1 train episode=1 reward=2"), records("episode: 1, reward: 2\n"));
  }

  @Test
  void text_in_utf_16_with_its_mark_is_read() {
    String log = "\uFEFFstep 1 loss 3\r\nstep 2 größe 5 loss 2\nstep 3 loss 1\n";
    List<String> expected = records(log.substring(1).getBytes(UTF_8));
    for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
      assertEquals(expected, records(log.getBytes(charset)), charset.name());
    }
    assertEquals(3, expected.size());
  }

  @Test
  void a_line_that_is_only_a_position_sets_it_for_those_below() {
    assertEquals(
        List.of(
            "2 train epoch=3 num_train_epochs=10 loss=2",
            "3 train epoch=3 num_train_epochs=10 iter=5 max_steps=1000 loss=1.5",
            "5 train epoch=4 num_train_epochs=10 loss=1"),
        ofLines(
            "**** Epoch 3/10 ****", "mean: loss: 2", "5/100 loss: 1.5", "Epoch 4/10", "loss: 1"));
  }

  @Test
  void a_position_of_its_own_ends_what_was_set_above() {
    assertEquals(
        List.of(
            "2 validation Iteration=500 val_loss=0.5",
            "3 train Iteration=600 loss=2",
            "4 other loss=3"),
        ofLines(
            "Iteration 500, Testing net (#0)",
            "Test net output #0: loss = 0.5 (* 1 = 0.5 loss)",
            "Iteration 600, loss = 2",
            "Train net output #0: loss = 3 (* 1 = 3 loss)"));
  }

  @Test
  void a_time_at_the_beginning_is_the_records() {
    String expected = "train time=1763799362.5 step=1 loss=3";
    for (String line :
        List.of(
            "2025-11-22 08:16:02,500 - INFO - trainer - step 1 loss 3",
            "[2025-11-22 08:16:02,500][train_inner][INFO] - step 1 loss 3",
            "[2025-11-22 08:16:02.500] step 1 loss 3",
            "[2025-11-22 08:16:02,500] [INFO] [logging.py:107:log_dist] step 1 loss 3",
            "2025-11-22 08:16:02.500 | INFO     | __main__:train:45 - step 1 loss 3",
            "2025-11-22T08:16:02.500Z INFO step 1 loss 3",
            "2025-11-22 09:16:02.500 CET step 1 loss 3",
            "I1122 08:16:02.500000  5405 solver.cpp:222] step 1 loss 3",
            "INFO 11-22 08:16:02.500 worker.py:183] step 1 loss 3",
            "Nov 22 08:16:02.500 host trainer[12]: step 1 loss 3",
            "[Sat Nov 22 08:16:02.5 2025] step 1 loss 3")) {
      assertEquals(expected, only(line), line);
    }
  }

  @Test
  void levels_and_loggers_are_no_names() {
    assertEquals("train step=1 loss=3", only("INFO:root:step 1 loss 3"));
    assertEquals("train step=1 loss=3", only("INFO  step 1 loss 3"));
  }

  @Test
  void an_object_behind_a_prefix_is_read_as_json_or_python() {
    assertEquals(
        "train time=1763799362.123 step=1 loss=7.5",
        only("[2025-11-22 08:16:02,123][train][INFO] - {\"step\": 1, \"loss\": \"7.5\"}"));
    assertEquals(
        "train step=1 loss=2.5 lr=0.5 grad_norm=NaN",
        only(
            "50:{'step': 1, 'loss': tensor(2.5, device='cuda:0'), 'lr': np.float64(0.5),"
                + " 'grad_norm': nan, 'note': 'it\\'s', 'x': None, 'done': False, 'y': (1, 2)}"));
    assertEquals("train loss=2.5 epoch=3", only("Epoch 3: {'loss': 2.5}"));
  }

  @Test
  void an_object_that_says_nothing_of_a_training_is_none() {
    assertEquals(
        "[]", only("Building model with config: {'sequence_len': 128, 'vocab_size': 32768}"));
    assertEquals("[]", only("{'step': 1, 'loss': "));
  }

  @Test
  void boxed_tables_are_one_record_with_their_headings() {
    assertEquals(
        List.of("8 train rollout/ep_rew_mean=21.3 time/fps=300 train/loss=0.5 step=4096"),
        ofLines(
            "--------------------------------",
            "| rollout/           |         |",
            "|    ep_rew_mean     | 21.3    |",
            "| time/              |         |",
            "|    fps             | 3e+02   |",
            "| train/loss | 0.5 |",
            "| step | 4,096 |",
            "--------------------------------"));
  }

  @Test
  void tables_of_two_columns_are_one_record() {
    assertEquals(
        List.of("4 train time=1763799362 step=7 loss=-63.3"),
        ofLines(
            "2025-11-22 08:16:01 | -----------  ------------",
            "2025-11-22 08:16:02 | step           7",
            "2025-11-22 08:16:02 | loss         -63.3",
            "2025-11-22 08:16:02 | -----------  ------------"));
  }

  @Test
  void a_table_that_is_cut_short_gives_what_it_had() {
    assertEquals(
        List.of("4 train loss=2 step=1", "4 train step=2 loss=1"),
        ofLines("----------", "| loss | 2 |", "| step | 1 |", "step 2 loss 1"));
  }

  @Test
  void rows_of_known_shapes_need_no_names() {
    assertEquals("train step=3 loss=10.25", only("3 train 10.250000"));
    assertEquals("validation step=3 val_loss=10.25", only("3 val 10.2500"));
    assertEquals(
        "train step=3 train_loss=2.5 lr=0.5 grad_norm=1", only("s:3 trl:2.5 lr:0.5 norm:1"));
    assertTrue(
        only("  3/299 4.62G 0.08 0.07 0.04 0.19 55 640 0.3 0.2 0.1 0.05 0.07 0.06 0.03")
            .startsWith("train epoch=3 num_train_epochs=299 train/box_loss=0.08"));
    assertEquals("[]", only("3 apples 10.25"));
  }

  @Test
  void three_lines_with_a_position_and_a_signal_make_a_log() {
    assertTrue(TextReading.isLog("hello\nstep 1 loss 3\nstep 2 loss 2\nnoise\nstep 3 loss 1\n"));
    assertTrue(TextReading.isLog("Epoch 3\nloss: 3\nloss: 2\nloss: 1\n"));
    assertFalse(TextReading.isLog("step 1 loss 3\nstep 2 loss 2\n"));
    assertFalse(TextReading.isLog("loss: 3\nloss: 2\nloss: 1\nloss: 0\n"));
    assertFalse(TextReading.isLog("step=1 status=200 time=12\nstep=2 status=200\nstep=3 time=3\n"));
  }
}
