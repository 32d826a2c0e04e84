package org.trainingexporter.trainer.monitor;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** What a layer record says of a tensor: docs/layer-records.md. */
@SuppressWarnings("ArrayRecordComponent") // never compared, and many
record TensorStatistics(
    double mean,
    double deviation,
    double least,
    double most,
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
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    int zeros = 0;
    for (float value : values) {
      sum += value;
      squares += (double) value * value;
      if (value < least) { // in a third of the time of Math.min, but blind to NaN
        least = value;
      }
      if (value > most) {
        most = value;
      }
      zeros += Math.abs(value) < NEAR_ZERO ? 1 : 0;
    }
    if (Double.isNaN(squares)) {
      least = Float.NaN;
      most = Float.NaN;
    }
    double count = values.length;
    double mean = sum / count;
    // Equal edges would be no bins.
    double pad = least < most ? 0 : Math.max(Math.abs(least), 1) * 1e-3;
    double lower = least - pad;
    double upper = most + pad;
    return new TensorStatistics(
        mean,
        Math.sqrt(Math.max(0, squares / count - mean * mean)),
        least,
        most,
        Math.sqrt(squares),
        zeros / count,
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
    json.writeNumberField("std", deviation);
    json.writeNumberField("min", least);
    json.writeNumberField("max", most);
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
