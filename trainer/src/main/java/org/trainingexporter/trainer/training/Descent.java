package org.trainingexporter.trainer.training;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * Moves weights along their gradients as DJL's Adam, AdamW and SGD do, but in Java, in memory that
 * it shares with the engine: for small networks that takes a fifth of the time.
 */
final class Descent {
  private static final float FIRST = 0.9f;
  private static final float SECOND = 0.999f;
  private static final float EPSILON = 1e-8f;
  private static final float DECAY = 0.01f;

  private final OptimizerKind kind;
  private final float momentum;
  private final List<Weights> all;
  private int steps;

  Descent(OptimizerKind kind, double momentum, List<Parameter> trained) {
    this.kind = kind;
    this.momentum = (float) momentum;
    all = trained.stream().map(parameter -> new Weights(parameter.getArray())).toList();
  }

  /**
   * One step; the gradients begin anew from 0.
   *
   * @param factor what the gradients are multiplied by first
   */
  void step(double rate, double factor) {
    steps++;
    for (Weights weights : all) {
      weights.follow((float) rate, (float) factor);
    }
  }

  private final class Weights {
    private final NDArray array;
    private final FloatBuffer shared;
    private final float[] values;
    private final float[] first;
    private final float[] second;

    Weights(NDArray array) {
      this.array = array;
      values = array.toFloatArray();
      first = new float[values.length];
      second = new float[values.length];
      ByteBuffer memory = ByteBuffer.allocateDirect(Float.BYTES * values.length);
      shared = memory.order(ByteOrder.nativeOrder()).asFloatBuffer();
      shared.put(0, values);
      array.set(memory); // from now on this is where the engine has them
    }

    void follow(float rate, float factor) {
      shared.get(0, values);
      float[] slope;
      try (NDArray gradient = array.getGradient()) {
        slope = gradient.toFloatArray();
      }
      JniUtils.zeroGrad((PtNDArray) array);
      if (kind == OptimizerKind.SGD) {
        roll(slope, rate, factor);
      } else {
        adapt(slope, rate, factor);
      }
      shared.put(0, values);
    }

    private void roll(float[] slope, float rate, float factor) {
      for (int i = 0; i < values.length; i++) {
        first[i] = momentum * first[i] - rate * factor * slope[i];
        values[i] += first[i];
      }
    }

    private void adapt(float[] slope, float rate, float factor) {
      float kept = kind == OptimizerKind.ADAMW ? 1 - rate * DECAY : 1;
      double known = Math.sqrt(1 - Math.pow(SECOND, steps)) / (1 - Math.pow(FIRST, steps));
      float stride = (float) (rate * known);
      for (int i = 0; i < values.length; i++) {
        float gradient = factor * slope[i];
        first[i] = FIRST * first[i] + (1 - FIRST) * gradient;
        second[i] = SECOND * second[i] + (1 - SECOND) * gradient * gradient;
        values[i] = kept * values[i] - stride * first[i] / ((float) Math.sqrt(second[i]) + EPSILON);
      }
    }
  }
}
