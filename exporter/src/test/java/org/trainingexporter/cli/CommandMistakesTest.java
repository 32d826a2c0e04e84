package org.trainingexporter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainingexporter.web.flag.ConfigException;
import org.trainingexporter.web.flag.ListenAddress;

/** What is said of a mistake, and where. */
final class CommandMistakesTest {
  @RegisterExtension final Shell shell = new Shell();

  @Test
  void a_mistake_can_be_shown_in_place_of_the_page() {
    shell.enter("src/main", "--web.show-start-errors", "--web.listen-address=:7", "--gpu=none");
    assertEquals(
        "show "
            + new StartFault(
                "--gpu: expected auto, nvml, demo or off, got \"none\"",
                new ListenAddress("", 7),
                List.of()),
        shell.commands.called);
    assertTrue(shell.err().contains("--gpu: expected auto"), shell.err());
  }

  @Test
  void what_the_command_finds_wrong_is_shown_too_with_the_files_that_may_be_mended() {
    shell.commands.failure = new ConfigException("web.yml:2: tls: expected a map");
    shell.enter("--web.show-start-errors", "--web.config.file=web.yml", "--web.listen-address=:no");
    assertEquals(
        "show "
            + new StartFault(
                "--web.listen-address: expected [HOST]:PORT such as :9409, 127.0.0.1:9409 or"
                    + " [::1]:9409, got \":no\"",
                new ListenAddress("", 9409),
                List.of(Path.of("web.yml"))),
        shell.commands.called);

    shell.enter("--web.show-start-errors", "--web.config.file=web.yml");
    assertEquals(
        "show "
            + new StartFault(
                "web.yml:2: tls: expected a map",
                new ListenAddress("", 9409),
                List.of(Path.of("web.yml"))),
        shell.commands.called);
  }

  @Test
  void a_word_that_is_nearly_a_command_is_not_watched_for() {
    assertEquals(2, shell.enter("chek"));
    assertEquals(
        "training-exporter: \"chek\" is neither a directory nor a command; did you mean check? To"
            + " watch a directory that is to come, write ./chek (see --help)",
        shell.err().strip());
    assertEquals(0, shell.enter("./chek"));
    assertEquals(0, shell.enter("experiments"));
    assertEquals("serve", shell.commands.called);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--foo | Unknown option: '--foo'",
        "--json | Unknown option: '--json'",
        "--web.listen-adress=:1 |"
            + " Unknown option: '--web.listen-adress=:1', did you mean --web.listen-address?",
        "--log.level | Missing required parameter for option '--log.level' (LEVEL)",
        "--log.level=loud |" + " --log.level: expected error, warn, info or debug, got \"loud\"",
        "--runs.max-age= |"
            + " --runs.max-age: expected off or a duration above 0 such as 90s, 12h, 7d or 1h30m,"
            + " got \"\"",
        "--gpu.pcie-throughput=maybe |"
            + " --gpu.pcie-throughput: expected true or false, got \"maybe\"",
        "check | Missing required parameter: 'FILE'",
        "backfill | Missing required parameter: 'DIR'",
        "--url=http://a/write | Unknown option: '--url=http://a/write'",
        "--history.url=a |"
            + " --history.url: expected an address such as http://localhost:9090/api/v1/write"
            + " (user and password belong to basic_auth in --history.config.file), got \"a\"",
        "--history.interval=2m |"
            + " --history.interval: expected a duration from 1s to 1m such as 15s, got \"2m\"",
        "--history.labels=run=a |"
            + " --history.labels: expected labels such as job=training,instance=node1:9409, got"
            + " \"run=a\"",
        "demo runs | demo: expected no directory or file, got [runs]",
        "--help=no | --help: expected true or false, got \"no\"",
        "runs demo | expected the command first, got [runs] before it",
      })
  void a_mistake_is_one_line_and_exit_code_2(String arguments, String message) {
    assertEquals(2, shell.enter(arguments.split(" ")));

    assertEquals("training-exporter: " + message + " (see --help)\n", shell.err());
    assertEquals("", shell.out());
    assertEquals("nothing", shell.commands.called);
  }

  @Test
  void control_characters_in_a_value_keep_to_the_line() {
    shell.enter("--log.level=a\nb\u001b[31m");

    assertEquals(1, shell.err().lines().count());
    assertTrue(shell.err().contains("got \"a b [31m\""), shell.err());
  }

  @Test
  void a_long_value_is_cut() {
    shell.enter("--log.level=" + "x".repeat(10_000));

    assertTrue(shell.err().contains("x".repeat(200) + "...\""), shell.err());
    assertTrue(shell.err().length() < 400, shell.err());
  }

  @Test
  void an_empty_directory_name_is_a_mistake() {
    assertEquals(2, shell.enter(""));
    assertTrue(shell.err().contains("expected a directory or file, got \"\""), shell.err());
  }

  @Test
  void a_failure_is_one_line_and_exit_code_1() {
    shell.commands.failure = new IllegalStateException("port 9409 is taken");

    assertEquals(1, shell.enter());
    assertEquals("training-exporter: port 9409 is taken\n", shell.err());
  }
}
