package org.trainingexporter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainingexporter.FakeCommands;
import org.trainingexporter.config.flag.Flags;
import org.trainingexporter.config.value.GpuMode;
import org.trainingexporter.config.value.LogLevel;
import org.trainingexporter.web.flag.ConfigException;
import org.trainingexporter.web.flag.ListenAddress;

final class CommandLineTest {
  private final Properties before = (Properties) System.getProperties().clone();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final FakeCommands commands = new FakeCommands();

  @AfterEach
  void restoreProperties() {
    System.setProperties(before);
  }

  @Test
  void no_arguments_watch_the_current_directory() {
    assertEquals(0, enter());

    assertEquals("serve", commands.called);
    assertEquals(List.of(Path.of("").toAbsolutePath()), commands.settings.directories());
  }

  @Test
  void directories_become_absolute_and_one_given_twice_is_watched_once() {
    enter("src/main", "./src/../src/main/", "/nowhere");

    assertEquals(
        List.of(Path.of("src/main").toAbsolutePath(), Path.of("/nowhere")),
        commands.settings.directories());
  }

  @Test
  void flags_may_stand_on_both_sides_of_a_command_and_the_last_one_counts() {
    enter("--log.level=warn", "--web.listen-address=:1", "demo", "--log.level", "error");

    assertEquals("demo", commands.called);
    assertEquals(LogLevel.ERROR, commands.settings.get(Flags.LOG_LEVEL));
    assertEquals(new ListenAddress("", 1), commands.settings.get(Flags.WEB_LISTEN_ADDRESS));
    assertEquals(List.of(), commands.settings.directories());

    enter("--log.level=warn", "--log.level=error");
    assertEquals(LogLevel.ERROR, commands.settings.get(Flags.LOG_LEVEL));
  }

  @Test
  void a_switch_stands_alone_or_says_true_or_false() {
    enter("--gpu.pcie-throughput", "src/main");
    assertTrue(commands.settings.get(Flags.GPU_PCIE_THROUGHPUT));
    assertEquals(List.of(Path.of("src/main").toAbsolutePath()), commands.settings.directories());

    enter("--gpu.pcie-throughput", "demo", "--gpu.pcie-throughput=false");
    assertEquals(false, commands.settings.get(Flags.GPU_PCIE_THROUGHPUT));

    enter("--gpu.pcie-throughput=false", "--gpu.pcie-throughput=true");
    assertTrue(commands.settings.get(Flags.GPU_PCIE_THROUGHPUT));

    enter("--gpu.pcie-throughput", "--gpu.pcie-throughput");
    assertTrue(commands.settings.get(Flags.GPU_PCIE_THROUGHPUT));
  }

  @Test
  void a_value_may_be_called_like_a_command() {
    assertEquals(0, enter("src/main", "--gpu=demo"));

    assertEquals("serve", commands.called);
    assertEquals(GpuMode.DEMO, commands.settings.get(Flags.GPU));
  }

  @Test
  void check_gets_its_files_as_they_were_given() {
    enter("check", "--json", "a.jsonl", "b/../c.csv");
    assertEquals("check [a.jsonl, b/../c.csv] true", commands.called);

    enter("check", "demo", "--log.level=warn");
    assertEquals("check [demo] false", commands.called);
  }

  @Test
  void a_word_that_is_nearly_a_command_is_not_watched_for() {
    assertEquals(2, enter("chek"));
    assertEquals(
        "training-exporter: \"chek\" is neither a directory nor a command; did you mean check? To"
            + " watch a directory that is to come, write ./chek (see --help)",
        err.toString(StandardCharsets.UTF_8).strip());
    assertEquals(0, enter("./chek"));
    assertEquals(0, enter("experiments"));
    assertEquals("serve", commands.called);
  }

  @Test
  void backfill_gives_up_a_receiver_after_a_minute_or_as_it_is_told() {
    enter("backfill", "src/main", "--url=http://localhost:9/");
    assertEquals(Duration.ofMinutes(1), commands.timeout);
    enter("backfill", "src/main", "--url=http://localhost:9/", "--timeout=5s");
    assertEquals(Duration.ofSeconds(5), commands.timeout);
    assertEquals(2, enter("backfill", "src/main", "--url=http://localhost:9/", "--timeout=soon"));
  }

  @Test
  void backfill_says_where_to_write_by_a_flag_of_its_own() {
    enter("backfill", "src/main", "--url=http://localhost:9090/api/v1/write");
    assertEquals("backfill Optional.empty", commands.called);
    assertEquals(
        Optional.of(URI.create("http://localhost:9090/api/v1/write")),
        commands.settings.get(Flags.HISTORY_URL));
    assertEquals(List.of(Path.of("src/main").toAbsolutePath()), commands.settings.directories());

    enter("backfill", "--openmetrics=past.om", "src/main");
    assertEquals("backfill Optional[past.om]", commands.called);
    assertEquals(Optional.empty(), commands.settings.get(Flags.HISTORY_URL));
  }

  @Test
  void a_made_up_run_is_a_command_or_a_switch_that_wins_over_directories() {
    enter("--demo", "src/main");
    assertEquals("demo", commands.called);
    assertEquals(GpuMode.DEMO, commands.settings.gpus());

    enter("demo", "--gpu=off");
    assertEquals("demo", commands.called);
    assertEquals(GpuMode.OFF, commands.settings.gpus());

    enter("--demo=false", "src/main");
    assertEquals("serve", commands.called);
    assertEquals(GpuMode.AUTO, commands.settings.gpus());
  }

  @Test
  void runs_of_a_further_directory_have_its_name_and_those_of_the_first_keep_theirs() {
    enter("src/main", "--runs.also-in=src/test");
    Path first = Path.of("src/main").toAbsolutePath();
    Path also = Path.of("src/test").toAbsolutePath();
    assertEquals(List.of(first, also), commands.settings.watched());
    assertEquals(List.of(also), commands.settings.named());

    enter("src/main", "src/test");
    assertEquals(List.of(first, also), commands.settings.named());

    enter("src/main");
    assertEquals(List.of(), commands.settings.named());
  }

  @Test
  void a_mistake_can_be_shown_in_place_of_the_page() {
    enter("src/main", "--web.show-start-errors", "--web.listen-address=:7", "--gpu=none");
    assertEquals(
        "show "
            + new StartFault(
                "--gpu: expected auto, nvml, demo or off, got \"none\"",
                new ListenAddress("", 7),
                List.of()),
        commands.called);
    assertTrue(text(err).contains("--gpu: expected auto"), text(err));
  }

  @Test
  void what_the_command_finds_wrong_is_shown_too_with_the_files_that_may_be_mended() {
    commands.failure = new ConfigException("web.yml:2: tls: expected a map");
    enter("--web.show-start-errors", "--web.config.file=web.yml", "--web.listen-address=:no");
    assertEquals(
        "show "
            + new StartFault(
                "--web.listen-address: expected [HOST]:PORT such as :9409, 127.0.0.1:9409 or"
                    + " [::1]:9409, got \":no\"",
                new ListenAddress("", 9409),
                List.of(Path.of("web.yml"))),
        commands.called);

    enter("--web.show-start-errors", "--web.config.file=web.yml");
    assertEquals(
        "show "
            + new StartFault(
                "web.yml:2: tls: expected a map",
                new ListenAddress("", 9409),
                List.of(Path.of("web.yml"))),
        commands.called);
  }

  @Test
  void what_follows_two_dashes_is_a_directory() {
    enter("--", "--help", "demo");

    assertEquals(
        List.of(Path.of("--help").toAbsolutePath(), Path.of("demo").toAbsolutePath()),
        commands.settings.directories());
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
    assertEquals(2, enter(arguments.split(" ")));

    assertEquals("training-exporter: " + message + " (see --help)\n", text(err));
    assertEquals("", text(out));
    assertEquals("nothing", commands.called);
  }

  @Test
  void control_characters_in_a_value_keep_to_the_line() {
    enter("--log.level=a\nb\u001b[31m");

    assertEquals(1, text(err).lines().count());
    assertTrue(text(err).contains("got \"a b [31m\""), text(err));
  }

  @Test
  void a_long_value_is_cut() {
    enter("--log.level=" + "x".repeat(10_000));

    assertTrue(text(err).contains("x".repeat(200) + "...\""), text(err));
    assertTrue(text(err).length() < 400, text(err));
  }

  @Test
  void an_empty_directory_name_is_a_mistake() {
    assertEquals(2, enter(""));
    assertTrue(text(err).contains("expected a directory or file, got \"\""), text(err));
  }

  @Test
  void a_failure_is_one_line_and_exit_code_1() {
    commands.failure = new IllegalStateException("port 9409 is taken");

    assertEquals(1, enter());
    assertEquals("training-exporter: port 9409 is taken\n", text(err));
  }

  @Test
  void the_exit_code_is_the_commands() {
    commands.exitCode = 1;

    assertEquals(1, enter("check", "a"));
    assertEquals("", text(err));
  }

  @Test
  void help_fits_a_screen_and_names_every_flag() {
    assertEquals(0, enter("check", "--help", "--log.level=loud"));

    List<String> lines = text(out).lines().toList();
    assertTrue(lines.size() <= 40, lines.size() + " lines");
    lines.forEach(line -> assertTrue(line.length() <= 80, line));
    List.of("--config.file=FILE", "--runs.max-age=off|DURATION", "(default :9409)", "--version")
        .forEach(part -> assertTrue(text(out).contains(part), part));
    assertEquals("nothing", commands.called);
  }

  @Test
  void version_names_program_revision_and_java() {
    assertEquals(0, enter("--version"));

    String java = System.getProperty("java.version");
    assertTrue(
        text(out).matches("training-exporter \\S+ \\(revision \\S+, java \\Q" + java + "\\E\\)\n"),
        text(out));
  }

  private int enter(String... arguments) {
    return new CommandLine(commands, stream(out), stream(err)).enter(Map.of(), arguments);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
