package org.trainingexporter.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** trainer/Dockerfile agrees with ./run --train, with what lies around it and with Compose. */
final class ImageTest {
  private static final Path ROOT = Path.of("..");
  private static final String HOME = "/opt/trainer/";
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

  @Test
  void starts_the_jvm_as_run_does() throws IOException {
    Matcher run =
        Pattern.compile("exec \"\\$JAVA_HOME/bin/java\" (.*) \"\\$@\"")
            .matcher(Files.readString(Path.of("start.sh")));
    assertTrue(run.find());
    String command =
        run.group(1)
            .replace("$root/trainer/", HOME)
            .replace("$target/", HOME)
            .replace("$jar", HOME + "trainer.jar")
            .replace("\"", "");
    List<String> entrypoint = words(instructions("ENTRYPOINT ").get(0));
    assertEquals(List.of(command.split(" ")), entrypoint.subList(1, entrypoint.size()));
  }

  @Test
  void the_trainer_knows_its_flags() throws IOException {
    List<String> flags = words(instructions("CMD ").get(0));
    assertEquals(9410, TrainerFlags.read(flags, Map.of()).get(TrainerFlags.LISTEN_ADDRESS).port());
    String compose = Files.readString(ROOT.resolve("docker-compose.yml"));
    List<String> composed =
        Pattern.compile("(?m)^ +- (--trainer\\.\\S+)$")
            .matcher(compose)
            .results()
            .map(found -> found.group(1).replaceAll("\\$\\{\\w+:-|}", ""))
            .toList();
    assertEquals(3, composed.size());
    assertEquals(
        "http://localhost:9409/",
        TrainerFlags.read(composed, Map.of()).get(TrainerFlags.EXPORTER_URL).toString());
  }

  @Test
  void copies_only_what_is_there_and_what_the_context_holds() throws IOException {
    List<String> allowed =
        Files.readAllLines(ROOT.resolve(".dockerignore")).stream()
            .filter(line -> line.startsWith("!"))
            .map(line -> line.substring(1))
            .toList();
    for (String copy : instructions("COPY ")) {
      if (!copy.startsWith("--from=")) {
        List<String> files = List.of(copy.split(" "));
        for (String file : files.subList(0, files.size() - 1)) {
          assertTrue(Files.exists(ROOT.resolve(file)), file + " does not exist");
          assertTrue(allowed.stream().anyMatch(it -> holds(it, file)), file + " is ignored");
        }
      }
    }
  }

  private static boolean holds(String pattern, String file) {
    PathMatcher glob = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    return glob.matches(Path.of(file)) || file.startsWith(pattern + "/");
  }

  @Test
  void is_pinned_not_root_and_named_by_its_version() throws IOException {
    for (String base : instructions("FROM ")) {
      assertTrue(
          base.matches("(--platform=\\$BUILDPLATFORM )?[a-z-]+:\\d+\\.\\d+\\.\\d+\\S*( AS \\w+)?"),
          base);
      assertFalse(base.contains("alpine"), "PyTorch's library needs glibc");
    }
    assertEquals(List.of("1000:1000"), instructions("USER "));
    assertEquals(List.of("9410"), instructions("EXPOSE "));
    Matcher version =
        Pattern.compile("<version>(\\d+\\.\\d+\\.\\d+)")
            .matcher(Files.readString(Path.of("pom.xml")));
    assertTrue(version.find());
    String image = "training-exporter-trainer:" + version.group(1);
    for (Path file : List.of(Path.of("Dockerfile"), ROOT.resolve("docker-compose.yml"))) {
      List<String> named =
          Pattern.compile("training-exporter-trainer:\\d[\\w.-]*")
              .matcher(Files.readString(file))
              .results()
              .map(MatchResult::group)
              .toList();
      assertEquals(List.of(image), named, file.toString());
    }
  }

  private static List<String> words(String json) {
    return WORD.matcher(json).results().map(found -> found.group(1)).toList();
  }

  private static List<String> instructions(String name) throws IOException {
    return Files.readString(Path.of("Dockerfile"))
        .replace("\\\n", " ")
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).strip())
        .toList();
  }
}
