package org.trainingexporter.config.flag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class FlagsTest {

  @Test
  void every_constant_is_in_the_table() {
    Field[] constants =
        Arrays.stream(Flags.class.getFields())
            .filter(field -> field.getType().equals(Flag.class))
            .toArray(Field[]::new);

    assertEquals(constants.length, Flags.ALL.size());
    for (Field constant : constants) {
      String name = constant.getName();
      assertTrue(
          Flags.ALL.stream().anyMatch(flag -> flag.variable().equals(Flag.VARIABLE_PREFIX + name)),
          name);
    }
  }

  @Test
  void a_flag_is_spelled_as_a_variable_with_underscores() {
    assertEquals(
        "TRAINING_EXPORTER_METRICS_MAX_SERIES_PER_RUN",
        Flags.METRICS_MAX_SERIES_PER_RUN.variable());
  }
}
