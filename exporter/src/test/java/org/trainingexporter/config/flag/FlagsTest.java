package org.trainingexporter.config.flag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.trainingexporter.web.flag.Flag;

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
      assertTrue(Flags.TABLE.variables().contains("TRAINING_EXPORTER_" + name), name);
    }
  }

  @Test
  void a_variable_has_the_name_of_its_flag_with_underscores() {
    assertEquals(
        "TRAINING_EXPORTER_METRICS_MAX_SERIES_PER_RUN",
        Flags.TABLE.variable(Flags.METRICS_MAX_SERIES_PER_RUN));
  }
}
