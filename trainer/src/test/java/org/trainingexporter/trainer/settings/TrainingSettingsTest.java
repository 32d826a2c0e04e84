package org.trainingexporter.trainer.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrainingSettingsTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

  @Test
  void what_is_not_chosen_has_its_default() throws Exception {
    TrainingSettings settings = read("{'hidden': [8], 'optimizer': 'sgd'}");
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
        "{'dataset': 'mnist'}   | dataset: \"mnist\" is not one of spiral, digits",
        "{'dataset': 3}         | dataset: 3 is not one of spiral, digits",
        "{'model': 'rnn'}       | model: \"rnn\" is not one of mlp, cnn",
        "{'activation': 'none'} | activation: \"none\" is not one of relu, tanh, gelu, leaky_relu",
        "{'optimizer': 'lion'}  | optimizer: \"lion\" is not one of adam, sgd, adamw",
        "{'epochs': 0}          | epochs: 0 is not a whole number from 1 to 100000",
        "{'epochs': '3'}        | epochs: \"3\" is not a whole number from 1 to 100000",
        "{'epochs': null}       | epochs: null is not a whole number from 1 to 100000",
        "{'dropout': 1}         | dropout: 1 is not a number from 0.0 to 0.95",
        "{'dropout': 'NaN'}     | dropout: \"NaN\" is not a number from 0.0 to 0.95",
        "{'label_noise': 2}     | label_noise: 2 is not a number from 0.0 to 1.0",
        "{'momentum': -0.1}     | momentum: -0.1 is not a number from 0.0 to 0.999",
        "{'clip': -1}           | clip: -1 is not a number from 0.0 to 1.0E9",
        "{'batch_size': 5000}   | batch_size: 5000 is not a whole number from 1 to 4096",
        "{'seed': 0.5}          | seed: 0.5 is not a whole number from 0 to 2147483647",
        "{'seed': 3000000000}   | seed: 3000000000 is not a whole number from 0 to 2147483647",
        "{'collect_every': 0}   | collect_every: 0 is not a whole number from 1 to 1000000",
        "{'learning_rate': 0}   | learning_rate: 0 is not a number from 1.0E-9 to 1000000.0",
        "{'hidden': 64}         | hidden: 64 is not a list of 0 to 200 whole numbers",
        "{'hidden': ['8']}      | hidden[0]: \"8\" is not a whole number from 1 to 4096",
        "{'hidden': [4096,4096]}| hidden: [4096, 4096] is not a network of at most 5000000 weights",
        "{'hidden': [4096,1,4096], 'batch_size': 3000} | batch_size: 3000 is not at most 2441 for 8193 units in hidden layers",
        "{'dataset': 'digits', 'epochs': 100000} | epochs: 100000 is not at most 80000 where each has 125 steps",
        "{'hidden': [64, -1]}   | hidden[1]: -1 is not a whole number from 1 to 4096",
        "{'scheduler': 'magic'} | scheduler: \"magic\" is not one of none, step, cosine",
        "{'model': 'cnn'}       | model: \"cnn\" is not for points: the spiral takes mlp",
      })
  void what_cannot_be_trained_with_is_named(String json, String message) {
    SettingsException wrong = assertThrows(SettingsException.class, () -> read(json));
    assertEquals(message, wrong.getMessage());
  }

  @Test
  void two_hundred_hidden_layers_are_the_most() throws Exception {
    String layers = "1,".repeat(200) + "1";
    assertEquals(200, read("{'hidden': [" + layers.substring(2) + "]}").hidden().size());
    SettingsException wrong =
        assertThrows(SettingsException.class, () -> read("{'hidden': [" + layers + "]}"));
    assertTrue(wrong.getMessage().endsWith("is not a list of 0 to 200 whole numbers"));
  }

  @Test
  void an_unknown_key_is_named() {
    SettingsException wrong = assertThrows(SettingsException.class, () -> read("{'lr': 1}"));
    assertTrue(
        wrong
            .getMessage()
            .startsWith("settings: \"lr\" is not one of [dataset, label_noise, model,"));
  }

  private static TrainingSettings read(String json) throws Exception {
    return TrainingSettings.read(JSON.readTree(json));
  }
}
