package org.trainingexporter.event.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingCollectorTest {
  private final SettingCollector settings = new SettingCollector();

  private String shown(String key, String value, boolean isText) {
    settings.clear();
    settings.add(key, value, isText);
    return settings.texts().get(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secret",
        "client_secret",
        "db.password",
        "smtp-passwd",
        "aws.credentials.file",
        "auth",
        "auth.user",
        "hub_token",
        "hubToken",
        "wandb.api_key",
        "token",
        "key"
      })
  void a_text_under_the_key_of_a_secret_is_masked(String key) {
    assertEquals("***", shown(key, "plain", true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eos_token",
        "pad_token",
        "tokenizer.bos_token",
        "special_token",
        "mask_token",
        "token_type",
        "keys",
        "tokenizer",
        "author",
        "secretary"
      })
  void a_key_that_is_of_a_vocabulary_or_only_begins_alike_is_not(String key) {
    assertEquals("plain", shown(key, "plain", true));
  }

  @Test
  void a_number_under_a_token_is_shown_and_one_under_a_password_is_not() {
    assertEquals("50256", shown("stop_token", "50256", false));
    assertEquals("***", shown("password", "50256", false));
  }

  @ParameterizedTest
  @CsvSource({
    "hf_abcdefghijklmnopqrstuvwxyz012345, ***",
    "run with sk-proj-abcdef0123456789 now, run with *** now",
    "ghp_0123456789abcdefghij, ***",
    "AKIAIOSFODNN7EXAMPLE, ***",
    "0123456789abcdef0123456789ABCDEF01234567, ***",
    "https://ann:pa55@store.example.org/x, https://***@store.example.org/x",
    "postgres://ann:p@ss@db:5432/runs, postgres://***@db:5432/runs",
    "ann:pa55@store.example.org, ***@store.example.org",
  })
  void a_value_like_a_secret_is_masked_wherever_it_stands(String value, String expected) {
    assertEquals(expected, shown("note", value, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org:8080/data",
        "task-abcdef-long-name",
        "sk-learn",
        "0123456789abcdef0123456789abcdef",
        "meta-llama/Llama-3-8B",
        "cosine",
        "user@example.org"
      })
  void other_values_are_shown(String value) {
    assertEquals(value, shown("note", value, true));
  }

  @Test
  void a_secret_that_crosses_the_longest_text_is_masked_whole() {
    String shown = shown("note", "x".repeat(190) + " ghp_0123456789abcdefghij", true);
    assertEquals("x".repeat(190) + " ***", shown);
  }

  @Test
  void a_text_has_at_most_two_hundred_characters() {
    String shown = shown("note", "x".repeat(201), true);
    assertEquals("x".repeat(199) + "…", shown);
    assertEquals("x".repeat(200), shown("note", "x".repeat(200), true));
  }

  @Test
  void two_hundred_are_kept_and_what_is_kept_may_change() {
    for (int i = 0; i < 250; i++) {
      settings.add("s" + i, Integer.toString(i), false);
    }
    settings.add("s0", "new", true);
    assertEquals(200, settings.texts().size());
    assertEquals("new", settings.texts().get("s0"));
    assertFalse(settings.texts().containsKey("s200"));
  }

  @Test
  void a_setting_is_named_without_the_section_that_holds_settings_alone() {
    settings.add("args.lr", "0.1", false);
    settings.add("config/model.layers", "4", false);
    settings.add("model_config.width", "8", false);
    settings.add("empty", " ", true);
    assertEquals(
        Map.of("lr", "0.1", "model.layers", "4", "model_config.width", "8"), settings.texts());
  }
}
