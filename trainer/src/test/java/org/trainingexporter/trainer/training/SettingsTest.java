package org.trainingexporter.trainer.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

  @Test
  void whatIsNotChosenHasItsDefault() throws Exception {
    Settings settings = read("{'hidden': [8], 'optimizer': 'sgd'}");
    assertEquals(List.of(8), settings.hidden());
    assertEquals(OptimizerKind.SGD, settings.optimizer());
    assertEquals(32, settings.batchSize());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]                     | settings: [] is not a JSON object",
        "{'epochs': 0}          | epochs: 0 is not a whole number from 1 to 100000",
        "{'epochs': '3'}        | epochs: \"3\" is not a whole number from 1 to 100000",
        "{'epochs': null}       | epochs: null is not a whole number from 1 to 100000",
        "{'dropout': 1}         | dropout: 1 is not a number from 0.0 to 0.95",
        "{'learning_rate': 0}   | learning_rate: 0 is not a number from 1.0E-9 to 1000000.0",
        "{'hidden': 64}         | hidden: 64 is not a list of 1 to 200 whole numbers",
        "{'hidden': [64, -1]}   | hidden[1]: -1 is not a whole number from 1 to 4096",
        "{'scheduler': 'magic'} | scheduler: \"magic\" is not one of none, step, cosine",
        "{'model': 'cnn'}       | model: \"cnn\" is not for points: the spiral takes mlp",
      })
  void whatCannotBeTrainedWithIsNamed(String json, String message) {
    SettingsException wrong = assertThrows(SettingsException.class, () -> read(json));
    assertEquals(message, wrong.getMessage());
  }

  @Test
  void anUnknownKeyIsNamed() {
    SettingsException wrong = assertThrows(SettingsException.class, () -> read("{'lr': 1}"));
    assertTrue(wrong.getMessage().startsWith("settings: \"lr\" is not one of [dataset, model,"));
  }

  private static Settings read(String json) throws Exception {
    return Settings.read(JSON.readTree(json));
  }
}
