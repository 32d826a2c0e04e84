package org.trainingexporter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.trainingexporter.config.flag.Flags;
import org.trainingexporter.config.value.GpuMode;
import org.trainingexporter.config.value.LogLevel;
import org.trainingexporter.web.flag.ListenAddress;

/** What the arguments of a command line mean. */
final class CommandLineTest {
  @RegisterExtension final Shell shell = new Shell();

  @Test
  void no_arguments_watch_the_current_directory() {
    assertEquals(0, shell.enter());

    assertEquals("serve", shell.commands.called);
    assertEquals(List.of(Path.of("").toAbsolutePath()), shell.commands.settings.directories());
  }

  @Test
  void directories_become_absolute_and_one_given_twice_is_watched_once() {
    shell.enter("src/main", "./src/../src/main/", "/nowhere");

    assertEquals(
        List.of(Path.of("src/main").toAbsolutePath(), Path.of("/nowhere")),
        shell.commands.settings.directories());
  }

  @Test
  void flags_may_stand_on_both_sides_of_a_command_and_the_last_one_counts() {
    shell.enter("--log.level=warn", "--web.listen-address=:1", "demo", "--log.level", "error");

    assertEquals("demo", shell.commands.called);
    assertEquals(LogLevel.ERROR, shell.commands.settings.get(Flags.LOG_LEVEL));
    assertEquals(new ListenAddress("", 1), shell.commands.settings.get(Flags.WEB_LISTEN_ADDRESS));
    assertEquals(List.of(), shell.commands.settings.directories());

    shell.enter("--log.level=warn", "--log.level=error");
    assertEquals(LogLevel.ERROR, shell.commands.settings.get(Flags.LOG_LEVEL));
  }

  @Test
  void a_switch_stands_alone_or_says_true_or_false() {
    shell.enter("--gpu.pcie-throughput", "src/main");
    assertTrue(shell.commands.settings.get(Flags.GPU_PCIE_THROUGHPUT));
    assertEquals(
        List.of(Path.of("src/main").toAbsolutePath()), shell.commands.settings.directories());

    shell.enter("--gpu.pcie-throughput", "demo", "--gpu.pcie-throughput=false");
    assertEquals(false, shell.commands.settings.get(Flags.GPU_PCIE_THROUGHPUT));

    shell.enter("--gpu.pcie-throughput=false", "--gpu.pcie-throughput=true");
    assertTrue(shell.commands.settings.get(Flags.GPU_PCIE_THROUGHPUT));

    shell.enter("--gpu.pcie-throughput", "--gpu.pcie-throughput");
    assertTrue(shell.commands.settings.get(Flags.GPU_PCIE_THROUGHPUT));
  }

  @Test
  void a_value_may_be_called_like_a_command() {
    assertEquals(0, shell.enter("src/main", "--gpu=demo"));

    assertEquals("serve", shell.commands.called);
    assertEquals(GpuMode.DEMO, shell.commands.settings.get(Flags.GPU));
  }

  @Test
  void check_gets_its_files_as_they_were_given() {
    shell.enter("check", "--json", "a.jsonl", "b/../c.csv");
    assertEquals("check [a.jsonl, b/../c.csv] true", shell.commands.called);

    shell.enter("check", "demo", "--log.level=warn");
    assertEquals("check [demo] false", shell.commands.called);
  }

  @Test
  void backfill_gives_up_a_receiver_after_a_minute_or_as_it_is_told() {
    shell.enter("backfill", "src/main", "--url=http://localhost:9/");
    assertEquals(Duration.ofMinutes(1), shell.commands.timeout);
    shell.enter("backfill", "src/main", "--url=http://localhost:9/", "--timeout=5s");
    assertEquals(Duration.ofSeconds(5), shell.commands.timeout);
    assertEquals(
        2, shell.enter("backfill", "src/main", "--url=http://localhost:9/", "--timeout=soon"));
  }

  @Test
  void backfill_says_where_to_write_by_a_flag_of_its_own() {
    shell.enter("backfill", "src/main", "--url=http://localhost:9090/api/v1/write");
    assertEquals("backfill Optional.empty", shell.commands.called);
    assertEquals(
        Optional.of(URI.create("http://localhost:9090/api/v1/write")),
        shell.commands.settings.get(Flags.HISTORY_URL));
    assertEquals(
        List.of(Path.of("src/main").toAbsolutePath()), shell.commands.settings.directories());

    shell.enter("backfill", "--openmetrics=past.om", "src/main");
    assertEquals("backfill Optional[past.om]", shell.commands.called);
    assertEquals(Optional.empty(), shell.commands.settings.get(Flags.HISTORY_URL));
  }

  @Test
  void a_made_up_run_is_a_command_or_a_switch_that_wins_over_directories() {
    shell.enter("--demo", "src/main");
    assertEquals("demo", shell.commands.called);
    assertEquals(GpuMode.DEMO, shell.commands.settings.gpus());

    shell.enter("demo", "--gpu=off");
    assertEquals("demo", shell.commands.called);
    assertEquals(GpuMode.OFF, shell.commands.settings.gpus());

    shell.enter("--demo=false", "src/main");
    assertEquals("serve", shell.commands.called);
    assertEquals(GpuMode.AUTO, shell.commands.settings.gpus());
  }

  @Test
  void runs_of_a_further_directory_have_its_name_and_those_of_the_first_keep_theirs() {
    shell.enter("src/main", "--runs.also-in=src/test");
    Path first = Path.of("src/main").toAbsolutePath();
    Path also = Path.of("src/test").toAbsolutePath();
    assertEquals(List.of(first, also), shell.commands.settings.watched());
    assertEquals(List.of(also), shell.commands.settings.named());

    shell.enter("src/main", "src/test");
    assertEquals(List.of(first, also), shell.commands.settings.named());

    shell.enter("src/main");
    assertEquals(List.of(), shell.commands.settings.named());
  }

  @Test
  void what_follows_two_dashes_is_a_directory() {
    shell.enter("--", "--help", "demo");

    assertEquals(
        List.of(Path.of("--help").toAbsolutePath(), Path.of("demo").toAbsolutePath()),
        shell.commands.settings.directories());
  }

  @Test
  void the_exit_code_is_the_commands() {
    shell.commands.exitCode = 1;

    assertEquals(1, shell.enter("check", "a"));
    assertEquals("", shell.err());
  }

  @Test
  void help_fits_a_screen_and_names_every_flag() {
    assertEquals(0, shell.enter("check", "--help", "--log.level=loud"));

    List<String> lines = shell.out().lines().toList();
    assertTrue(lines.size() <= 40, lines.size() + " lines");
    lines.forEach(line -> assertTrue(line.length() <= 80, line));
    List.of("--config.file=FILE", "--runs.max-age=off|DURATION", "(default :9409)", "--version")
        .forEach(part -> assertTrue(shell.out().contains(part), part));
    assertEquals("nothing", shell.commands.called);
  }

  @Test
  void version_names_program_revision_and_java() {
    assertEquals(0, shell.enter("--version"));

    String java = System.getProperty("java.version");
    assertTrue(
        shell
            .out()
            .matches("training-exporter \\S+ \\(revision \\S+, java \\Q" + java + "\\E\\)\n"),
        shell.out());
  }
}
