package org.trainingexporter.demo.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trainingexporter.demo.record.ExpertUsageRecord;
import org.trainingexporter.demo.record.TrainingStep;
import org.trainingexporter.demo.record.ValidationRecord;

final class ReferenceRunTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final int LINES = Story.lines(ReferenceRun.STEPS);

  private final ReferenceRun run = new ReferenceRun(START, ReferenceRun.STEPS, 7);

  @Test
  void times_rise_by_about_a_second_a_line() {
    long previous = run.validation(0).micros();
    for (int line = 1; line <= LINES; line++) {
      long micros = run.training(line).micros();
      double seconds = (micros - previous) / 1e6;
      assertEquals(1.0, seconds, 0.1, "line " + line);
      previous = micros;
    }
  }

  @Test
  void step_plus_eta_times_speed_is_the_plan_on_each_line() {
    for (TrainingStep step : lines(1, LINES)) {
      assertEquals(
          ReferenceRun.STEPS, step.step() + step.etaSeconds() * step.stepsPerSecond(), 1e-6);
      assertEquals(1.0, step.stepsPerSecond(), 0.1);
    }
  }

  @Test
  void logs_a_gradient_norm_on_one_step_of_sixteen() {
    for (TrainingStep step : lines(1, LINES)) {
      assertEquals(step.step() % 16 == 15, step.gradientNorm().isPresent());
    }
  }

  @Test
  void warms_up_to_the_maximum_and_falls_to_zero() {
    assertEquals(7.9e-8, run.training(15).learningRate(), 1e-9);
    assertEquals(
        ReferenceRun.MAX_LEARNING_RATE, run.training(ReferenceRun.WARMUP_STEPS).learningRate());
    assertTrue(lines(1, LINES).stream().allMatch(step -> step.learningRate() <= 5e-6));
    assertEquals(0.0, run.training(LINES).learningRate());
  }

  @Test
  void spikes_in_loss_and_gradient_norm_at_step1711() {
    double before = lines(1_611, 1_710).stream().mapToDouble(TrainingStep::loss).max().orElse(0);
    assertTrue(run.training(1_711).loss() > 1.5 * before);
    double gradientBefore = run.training(1_695).gradientNorm().orElseThrow();
    assertTrue(run.training(1_711).gradientNorm().orElseThrow() > 3 * gradientBefore);
  }

  @Test
  void loses_the_loss_and_resumes_from_the_checkpoint_before() {
    assertTrue(lines(3_183, 3_188).stream().allMatch(step -> Double.isNaN(step.loss())));
    assertTrue(Double.isNaN(run.training(3_183).gradientNorm().orElseThrow()));
    assertEquals(3_188, run.training(3_188).step());
    assertEquals(3_001, run.training(3_189).step());
    assertEquals(6, lines(1, LINES).stream().filter(step -> Double.isNaN(step.loss())).count());
  }

  @Test
  void has_its_best_validation_before_the_newest_one_after5400_steps_and_at_the_end() {
    assertEquals(4_000, best(validations(5_400)).step());
    List<ValidationRecord> all = validations(ReferenceRun.STEPS);
    assertTrue(best(all).step() < all.get(all.size() - 1).step());
    assertTrue(best(all).loss() < best(validations(5_400)).loss());
  }

  @Test
  void leaves_one_expert_of_one_layer_without_tokens_for_a_while() {
    ExpertRouter router = new ExpertRouter(7, 6, 16);
    assertEquals(0, unused(router.usage(1_700, 0)));
    assertEquals(1, unused(router.usage(1_800, 0)));
    assertEquals(0, router.usage(2_600, 0).counts()[3][7]);
    assertEquals(0, unused(router.usage(2_700, 0)));
  }

  private List<TrainingStep> lines(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(run::training).toList();
  }

  private List<ValidationRecord> validations(int lastStep) {
    return IntStream.rangeClosed(0, Story.lines(lastStep))
        .filter(line -> Story.step(line) % 500 == 0)
        .mapToObj(run::validation)
        .toList();
  }

  private static ValidationRecord best(List<ValidationRecord> validations) {
    return validations.stream()
        .min(Comparator.comparingDouble(ValidationRecord::loss))
        .orElseThrow();
  }

  private static long unused(ExpertUsageRecord usage) {
    return IntStream.range(0, usage.counts().length)
        .mapToLong(layer -> IntStream.of(usage.counts()[layer]).filter(n -> n == 0).count())
        .sum();
  }
}
