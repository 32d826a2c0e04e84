package org.trainingexporter.alerts;

import java.io.IOException;
import java.util.Locale;
import org.trainingexporter.testing.WatchedDirectory;

/** Logs of runs that are long over, of every kind that could be mistaken for trouble. */
final class OldLogs {
  private static final double MONTH = 30 * 24 * 3600.0;

  private OldLogs() {}

  /** All at once, with the time of the copy as the time of each file. */
  static void copy(WatchedDirectory files) throws IOException {
    double now = files.clock.seconds();
    files.write("old/stopped/train.jsonl", records(now - MONTH, "", 1));
    files.write("old/planned/train.jsonl", records(now - MONTH, "\"total_steps\":5000,", 1));
    files.write("old/diverged/train.jsonl", records(now - MONTH, "", Double.NaN));
    files.write("old/an-hour-ago/train.jsonl", records(now - 3600 - 300 * 20, "", 1));
    files.write("old/nan-an-hour-ago/train.jsonl", records(now - 3600 - 300 * 20, "", Double.NaN));
    files.write("old/untimed/train.jsonl", records(Double.NaN, "", 1));
    files.write("old/untimed-planned/train.jsonl", records(Double.NaN, "\"total_steps\":5000,", 1));
    files.write("old/untimed-nan/train.jsonl", records(Double.NaN, "", Double.NaN));
    files.write("old/epochs/log.csv", epochs());
    files.write("old/stopped/checkpoint-250/model.safetensors", "weights");
    files.write("old/an-hour-ago/checkpoint-250/model.safetensors", "weights");
    files.write("old/untimed/checkpoint-250/model.safetensors", "weights");
    files.write(
        "old/an-hour-ago/error_log.jsonl",
        String.format(
            Locale.ROOT,
            "{\"timestamp\":%.3f,\"error_type\":\"OutOfMemoryError\",\"error_message\":\"CUDA out of"
                + " memory\",\"step\":300}%n",
            now - 3600));
  }

  /** 300 steps of 20 seconds, of which the last ten have a loss that is multiplied by that. */
  private static String records(double start, String plan, double lastFactor) {
    StringBuilder out = new StringBuilder();
    for (int step = 1; step <= 300; step++) {
      double loss = 2 * Math.exp(-step / 200.0) * (step > 290 ? lastFactor : 1);
      String time =
          Double.isNaN(start)
              ? ""
              : String.format(Locale.ROOT, ",\"timestamp\":%.3f", start + 20 * step);
      String value = Double.isNaN(loss) ? "NaN" : String.format(Locale.ROOT, "%.5f", loss);
      out.append(
          String.format(Locale.ROOT, "{\"step\":%d,%s\"loss\":%s%s}%n", step, plan, value, time));
    }
    return out.toString();
  }

  private static String epochs() {
    StringBuilder out = new StringBuilder("epoch,loss,val_loss\n");
    for (int epoch = 0; epoch < 20; epoch++) {
      double validation = 1 + 0.05 * Math.abs(epoch - 8); // overfits after the ninth
      out.append(
          String.format(Locale.ROOT, "%d,%.4f,%.4f%n", epoch, 1.2 - 0.04 * epoch, validation));
    }
    return out.toString();
  }
}
