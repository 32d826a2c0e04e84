package org.trainingexporter.demo.story;

import java.time.Instant;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.trainingexporter.demo.record.TrainingStep;
import org.trainingexporter.demo.record.ValidationRecord;

/**
 * A simulated QLoRA training of a mixture-of-experts model. Each record is a pure function of its
 * line: the same start and seed give the same run. Line 0 is before the first step.
 */
public final class ReferenceRun {
  public static final int STEPS = 11_790;
  public static final int WARMUP_STEPS = 944;
  public static final double MAX_LEARNING_RATE = 5e-6;

  private static final int EPOCHS = 3;
  private static final int ACCUMULATION = 16;
  // How long after a step its validation ends, and its checkpoint is saved.
  private static final long VALIDATION_MICROS = 20_000;
  private static final long CHECKPOINT_MICROS = 40_000;

  private final long seed;
  private final int steps;
  private final StepTimes times;
  private final LossCurves curves;
  private final LearningRate learningRate;

  public ReferenceRun(Instant start, int steps, long seed) {
    this.seed = seed;
    this.steps = steps;
    this.times = new StepTimes(start, seed);
    this.curves = new LossCurves(seed);
    this.learningRate = new LearningRate(steps);
  }

  public TrainingStep training(int line) {
    SplittableRandom noise = Noise.LOSS.at(seed, line);
    int step = Story.step(line);
    double loss = curves.training(step) * (1 + 0.05 * noise.nextGaussian());
    double auxiliary = curves.auxiliary(step) * (1 + 0.03 * noise.nextGaussian());
    double gradient = curves.gradientNorm(step) * StrictMath.exp(0.15 * noise.nextGaussian());
    double speed = times.speed(line);
    return new TrainingStep(
        epoch(step),
        step,
        loss * Story.lossFactor(line),
        auxiliary,
        step % ACCUMULATION == ACCUMULATION - 1
            ? OptionalDouble.of(gradient * Story.gradientFactor(line))
            : OptionalDouble.empty(),
        learningRate.at(step),
        speed,
        (steps - step) / speed,
        times.micros(line));
  }

  public ValidationRecord validation(int line) {
    int step = Story.step(line);
    double noise = Noise.VALIDATION.at(seed, line).nextDouble(-0.001, 0.001);
    return new ValidationRecord(
        step, curves.validation(step) + noise, times.micros(line) + VALIDATION_MICROS);
  }

  public ErrorRecord error(Incident incident) {
    int step = Story.step(incident.line());
    return new ErrorRecord(incident, epoch(step), step, times.micros(incident.line()));
  }

  public long checkpointMicros(int line) {
    return times.micros(line) + CHECKPOINT_MICROS;
  }

  private int epoch(int step) {
    return (int) ((step - 1L) * EPOCHS / steps);
  }
}
