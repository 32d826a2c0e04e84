package org.trainingexporter.event.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class SetTextsTest {
  @Test
  void only_the_whole_text_names_a_set() {
    assertEquals(NamedSet.VALIDATION, SetTexts.of("val"));
    assertEquals(NamedSet.VALIDATION, SetTexts.of(" Eval "));
    assertEquals(NamedSet.TRAINING, SetTexts.of("opt"));
    assertEquals(NamedSet.TEST, SetTexts.of("test"));
    assertEquals(NamedSet.NONE, SetTexts.of("train_step"));
    assertEquals(NamedSet.NONE, SetTexts.of("validation set"));
    assertEquals(NamedSet.NONE, SetTexts.of(""));
  }

  @Test
  void some_keys_say_it_and_the_more_certain_comes_first() {
    assertTrue(SetTexts.precedence("split") < SetTexts.precedence("mode"));
    assertTrue(SetTexts.precedence("data.Phase") < SetTexts.precedence("event"));
    assertEquals(-1, SetTexts.precedence("message"));
    assertEquals(-1, SetTexts.precedence("data_split"));
  }

  @Test
  void a_setting_says_nothing() {
    assertEquals(-1, SetTexts.precedence("args.split"));
    assertEquals(-1, SetTexts.precedence("data_config/mode"));
  }
}
