package org.trainingexporter.trainer.monitor;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * The statistics of a tensor in a layer record (docs/layer-records.md).
 *
 * @param nearZero share of values below 1e-6 in magnitude, 0 to 1
 * @param counts values in each bin between {@code lower} and {@code upper}; empty if any is not
 *     finite
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and many
record TensorStatistics(
    double mean,
    double stddev,
    double min,
    double max,
    double norm,
    double nearZero,
    double lower,
    double upper,
    int[] counts) {
  private static final int BINS = 50;
  private static final float NEAR_ZERO = 1e-6f;

  static TensorStatistics of(float[] values) {
    double sum = 0;
    double squares = 0;
    float min = Float.POSITIVE_INFINITY;
    float max = Float.NEGATIVE_INFINITY;
    int nearZeros = 0;
    for (float value : values) {
      sum += value;
      squares += (double) value * value;
      if (value < min) { // three times as fast as Math.min, but ignores NaN
        min = value;
      }
      if (value > max) {
        max = value;
      }
      nearZeros += Math.abs(value) < NEAR_ZERO ? 1 : 0;
    }
    if (Double.isNaN(squares)) {
      min = Float.NaN;
      max = Float.NaN;
    }
    double count = values.length;
    double mean = sum / count;
    // Equal edges would make empty bins.
    double pad = min < max ? 0 : Math.max(Math.abs(min), 1) * 1e-3;
    double lower = min - pad;
    double upper = max + pad;
    return new TensorStatistics(
        mean,
        Math.sqrt(Math.max(0, squares / count - mean * mean)),
        min,
        max,
        Math.sqrt(squares),
        nearZeros / count,
        lower,
        upper,
        Double.isFinite(sum) ? counts(values, lower, upper) : new int[0]);
  }

  private static int[] counts(float[] values, double lower, double upper) {
    int[] counts = new int[BINS];
    double scale = BINS / (upper - lower);
    for (float value : values) {
      counts[Math.min(BINS - 1, (int) ((value - lower) * scale))]++;
    }
    return counts;
  }

  void writeTo(JsonGenerator json) throws IOException {
    json.writeNumberField("mean", mean);
    json.writeNumberField("std", stddev);
    json.writeNumberField("min", min);
    json.writeNumberField("max", max);
    json.writeNumberField("norm", norm);
    json.writeNumberField("near_zero", nearZero);
    if (counts.length > 0) {
      json.writeObjectFieldStart("histogram");
      json.writeNumberField("lower", lower);
      json.writeNumberField("upper", upper);
      json.writeFieldName("counts");
      json.writeArray(counts, 0, counts.length);
      json.writeEndObject();
    }
  }
}
