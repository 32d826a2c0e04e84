package org.trainingexporter.event.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class KeyNameTest {
  private static String split(String key) {
    KeyName name = KeyName.of(key);
    return String.join("/", name.segments().stream().map(s -> String.join(" ", s)).toList());
  }

  @Test
  void separators_and_capitals_part_words() {
    assertEquals("train loss", split("train_loss"));
    assertEquals("train loss", split("trainLoss"));
    assertEquals("train loss", split("Train Loss"));
    assertEquals("lr adamw pg 1", split("lr-AdamW:pg1"));
    assertEquals("kl loss", split("KLLoss"));
    assertEquals("optim/lr group 0", split("optim/LR (group 0)"));
  }

  @Test
  void slashes_and_dots_part_segments_but_not_numbers() {
    assertEquals("info/learner/loss", split("info/learner.loss"));
    assertEquals("grad 2.0 norm", split("grad_2.0_norm"));
    assertEquals("lr/0", split("lr.0"));
    assertEquals("loss", split("/loss/"));
  }

  @Test
  void a_number_at_a_words_end_is_a_word_of_its_own() {
    assertEquals("top 1", split("top1"));
    assertEquals("acc 1", split("acc@1"));
    assertEquals("val prec 1", split("val_prec1"));
    assertEquals("l2 norm", split("l2_norm"));
  }

  @Test
  void pairs_that_are_one_word_are_joined() {
    assertEquals("lr", split("learning-rate"));
    assertEquals("val crossentropy", split("val_cross_entropy"));
    assertEquals("tokens persecond", split("tokens/sec"));
    assertEquals("speed iter persecond", split("speed (iter/s)"));
  }

  @Test
  void a_unit_is_known_in_brackets_and_as_a_last_word() {
    assertEquals("ms", KeyName.of("step_time_ms").unit());
    assertEquals("s", KeyName.of("time (s)").unit());
    assertEquals("%", KeyName.of("acc [%]").unit());
    assertEquals("", KeyName.of("ms").unit());
    assertEquals("", KeyName.of("loss").unit());
  }

  @Test
  void a_key_without_letters_has_no_words() {
    assertEquals("", split("//_-"));
    assertEquals("", split(""));
    assertEquals(Concept.NONE, KeyGrammar.read("//_-").concept());
  }
}
