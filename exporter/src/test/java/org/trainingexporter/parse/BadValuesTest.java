package org.trainingexporter.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

/** Odd values among good ones: each costs itself at most. The table of docs/reading.md. */
final class BadValuesTest {
  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  /** Reads the line between two good ones, which must be read whatever it holds. */
  private void read(String line) throws IOException {
    logs.write("train.jsonl", Lines.train(1));
    logs.pollLater();
    logs.append("train.jsonl", line + "\n" + Lines.train(9, 1.5));
    logs.poll();
    assertEquals(9, logs.step());
    assertEquals(1.5, logs.run().signals().newest(Signal.LOSS));
  }

  private double value(String key) throws IOException {
    return logs.run().values().get(key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"step\":2,\"loss\":\"abc\",\"x\":7}        | NOT_A_NUMBER",
        "{\"step\":2,\"loss\":\"0x10\",\"x\":7}       | NOT_A_NUMBER",
        "{\"step\":2,\"loss\":true,\"x\":7}           | WRONG_SHAPE",
        "{\"step\":2,\"loss\":[1,2],\"x\":7}          | WRONG_SHAPE",
        "{\"step\":1e30,\"loss\":1,\"x\":7}           | OUT_OF_RANGE",
        "{\"step\":-1,\"loss\":1,\"x\":7}             | OUT_OF_RANGE",
        "{\"step\":NaN,\"loss\":1,\"x\":7}            | OUT_OF_RANGE",
        "{\"step\":\"two\",\"loss\":1,\"x\":7}        | NOT_A_NUMBER",
        "{\"step\":2,\"loss\":1e400,\"x\":7}          | OUT_OF_RANGE",
        "{\"step\":2,\"timestamp\":86400,\"x\":7}     | OUT_OF_RANGE",
        "{\"step\":2,\"timestamp\":\"noon\",\"x\":7}  | NOT_A_NUMBER",
        "{\"step\":2,\"expert_usage\":7,\"x\":7}      | NONE",
        "{\"step\":2,\"expert_usage\":[1],\"x\":7}    | WRONG_SHAPE",
        "{\"step\":2,\"load\":{\"a\":{}},\"x\":7}     | WRONG_SHAPE",
        "{\"step\":2,\"expert_usage\":{\"layer_0\":5,\"l\":{\"x\":1}},\"x\":7} | WRONG_SHAPE",
        "{\"step\":2,\"layers\":[[64,64],[32]],\"x\":7} | NONE",
        "{\"step\":2,\"loss\":null,\"x\":7}           | NONE",
        "{\"step\":2,\"loss\":\"\",\"x\":7}           | NONE",
      })
  void a_value_that_cannot_be_meant_costs_itself_alone(String line, String reason)
      throws IOException {
    read(line.strip());
    assertEquals(7, value("x"));
    boolean rejected = !reason.strip().equals("NONE");
    assertEquals(rejected ? 1 : 0, logs.run().counts().rejections().size());
    if (rejected) {
      assertEquals(1, logs.rejected(Rejection.valueOf(reason.strip())));
    }
    assertEquals(3, logs.records());
  }

  @Test
  void a_record_whose_position_is_rejected_is_no_training_record() throws IOException {
    read("{\"step\":1e30,\"loss\":77}");
    assertEquals(2, logs.run().counts().records().get(RecordKind.TRAIN));
    assertEquals(1, logs.run().counts().records().get(RecordKind.OTHER));
  }

  @Test
  void a_step_may_have_a_fraction() throws IOException {
    read("{\"step\":3.5,\"loss\":1}");
    assertEquals(8, logs.run().counts().steps());
    assertEquals(3, logs.run().counts().records().get(RecordKind.TRAIN));
    assertEquals(0, logs.run().counts().rejections().size());
  }

  @Test
  void a_nested_loss_is_a_value_under_its_path() throws IOException {
    read("{\"step\":2,\"loss\":{\"value\":1}}");
    assertEquals(1, value("loss.value"));
    assertEquals(0, logs.run().counts().rejections().size());
  }

  @Test
  void of_a_key_that_stands_twice_the_last_value_counts() throws IOException {
    read("{\"step\":5,\"x\":1,\"loss\":1,\"loss\":7,\"step\":6,\"x\":2}");
    assertEquals(2, value("x"));
    assertEquals(8, logs.run().counts().steps());
    assertEquals(3, logs.run().counts().records().get(RecordKind.TRAIN));
  }

  @Test
  void a_time_in_the_future_is_read_and_makes_no_negative_span() throws IOException {
    read("{\"step\":2,\"loss\":1,\"timestamp\":4102444800}");
    assertEquals(4_102_444_800.0, logs.run().times().newest());
    assertFalse(logs.run().eta(logs.clock.seconds()) < 0);
    assertFalse(logs.run().signals().newest(Signal.STEPS_PER_SECOND) < 0);
    assertEquals("TRAINING", logs.state().name());
  }

  @Test
  void times_may_be_in_milliseconds() throws IOException {
    read("{\"step\":2,\"loss\":1,\"timestamp\":1763798402000}");
    assertEquals(Lines.time(9), logs.run().times().newest());
    assertEquals(Lines.time(1), logs.run().times().first());
  }

  @Test
  void a_number_of_four_hundred_digits_is_out_of_range() throws IOException {
    read("{\"step\":2,\"loss\":" + "9".repeat(400) + ",\"x\":7}");
    assertEquals(7, value("x"));
    assertEquals(1, logs.rejected(Rejection.OUT_OF_RANGE));
  }

  @Test
  void a_fraction_of_four_hundred_digits_is_a_number() throws IOException {
    read("{\"step\":2,\"loss\":0." + "3".repeat(400) + ",\"x\":0." + "3".repeat(400) + "}");
    assertEquals(1 / 3.0, value("x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "\"nan\"", "\"NaN\"", "\"inf\""})
  void values_that_are_not_finite_are_news_and_no_rejection(String loss) throws IOException {
    read("{\"step\":2,\"loss\":" + loss + "}");
    assertEquals(0, logs.run().counts().rejections().size());
    assertEquals(1, logs.run().health().get(0).nonFinite());
  }

  @Test
  void ten_thousand_keys_in_a_record_are_bounded() throws IOException {
    StringBuilder line = new StringBuilder("{\"step\":2,");
    for (int i = 0; i < 10_000; i++) {
      line.append("\"key").append(i).append("\":").append(i).append(',');
    }
    read(line.append("\"loss\":3,\"eval_loss\":1.25}").toString());
    assertEquals(200, logs.run().values().size());
    assertEquals(3, logs.run().counts().records().get(RecordKind.TRAIN));
    assertEquals(1.25, logs.run().validation().newest().loss());
  }

  @Test
  void keys_may_be_anything() throws IOException {
    read("{\"step\":2,\"\":3,\"a\\n\\\"<b>\":4,\"ü\":5,\"" + "k".repeat(5_000) + "\":6}");
    assertEquals(3, value(""));
    assertEquals(4, value("a\n\"<b>"));
    assertEquals(5, value("ü"));
  }

  @Test
  void layers_may_be_numbered_without_end() throws IOException {
    String layer = "layer_" + "9".repeat(40);
    read("{\"step\":2,\"expert_usage\":{\"" + layer + "\":{\"expert_counts\":{\"e\":1}}}}");
    assertEquals(1, logs.run().experts().size());
  }

  @Test
  void an_infinite_accuracy_says_nothing_of_percent() throws IOException {
    read("{\"step\":2,\"loss\":2,\"acc\":Infinity}\n{\"step\":3,\"loss\":2,\"acc\":0.5}");
    assertEquals(0.5, logs.run().signals().newest(Signal.TRAIN_ACCURACY));
  }

  @Test
  void seconds_in_a_text_may_have_an_exponent() throws IOException {
    read("{\"step\":2,\"loss\":2,\"elapsed_s\":\"8.5e-05\"}");
    assertEquals(8.5e-5, logs.run().times().elapsed());
  }
}
