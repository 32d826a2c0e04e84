package org.trainingexporter.golden;

import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.testing.ExpectedFile;

/** docs/api.md is its text with the answers of today: each example is asked for again. */
final class ApiDocumentTest {
  private static final String CASE = "reference/rewind";
  private static final Pattern PLACE = Pattern.compile("(?m)^EXAMPLE (\\S+)(?: OF (\\S+))?$");

  @TempDir private Path temp;

  @Test
  void the_page_shows_what_the_api_answers() throws IOException, InterruptedException {
    String text = Files.readString(Path.of("src/test/resources/api/api.md"));
    StringBuilder page = new StringBuilder();
    Map<String, ApiAnswers> apis = new HashMap<>();
    try {
      Matcher place = PLACE.matcher(text);
      while (place.find()) {
        String name = Optional.ofNullable(place.group(2)).orElse(CASE);
        if (!apis.containsKey(name)) {
          apis.put(name, of(name));
        }
        String shown =
            "`GET " + place.group(1) + "`\n\n```json\n" + example(apis.get(name), place) + "\n```";
        place.appendReplacement(page, Matcher.quoteReplacement(shown));
      }
      place.appendTail(page);
    } finally {
      apis.values().forEach(ApiAnswers::close);
    }
    new ExpectedFile("../docs/api.md", "update.docs").assertHolds(page.toString());
  }

  private ApiAnswers of(String name) throws IOException {
    GoldenCase golden =
        GoldenCase.all().stream().filter(c -> c.toString().equals(name)).findAny().orElseThrow();
    return new ApiAnswers(WatchedCopy.read(golden, temp).model(golden.now()));
  }

  private static String example(ApiAnswers api, Matcher place)
      throws IOException, InterruptedException {
    ObjectWriter writer = new ObjectMapper().writer(new DefaultPrettyPrinter());
    Object tree = new ObjectMapper().readValue(api.text(place.group(1)), Object.class);
    return writer.writeValueAsString(tree);
  }
}
