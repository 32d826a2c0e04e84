package org.trainingexporter.run.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trainingexporter.run.position.SettingPlan;

final class PlanReaderTest {
  private static final double NONE = Double.NaN;

  @Test
  void steps_epochs_warm_up_and_highest_rate_are_read() {
    assertEquals(
        new SettingPlan(1000, 3, 50, 5e-5),
        PlanReader.read(
            Map.of(
                "max_steps", "1000",
                "num_train_epochs", "3.0",
                "warmup_steps", "50",
                "learning_rate", "5e-05")));
  }

  @Test
  void settings_of_the_trainer_count_and_those_of_an_environment_do_not() {
    assertEquals(
        new SettingPlan(NONE, 9, NONE, 0.1),
        PlanReader.read(
            Map.of("trainer.max_epochs", "9", "optimizer.lr", "0.1", "env.max_steps", "200")));
  }

  @Test
  void what_is_no_number_or_not_above_zero_is_no_plan() {
    assertEquals(
        new SettingPlan(NONE, NONE, NONE, NONE),
        PlanReader.read(
            Map.of("max_steps", "-1", "epochs", "many", "warmup_steps", "0", "lr", "auto")));
  }

  @Test
  void a_highest_rate_goes_before_a_rate() {
    assertEquals(0.01, PlanReader.read(Map.of("lr", "0.001", "max_lr", "0.01")).highestRate());
  }
}
