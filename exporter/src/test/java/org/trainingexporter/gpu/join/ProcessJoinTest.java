package org.trainingexporter.gpu.join;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trainingexporter.gpu.FakeGpus.card;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.process.ProcFs;
import org.trainingexporter.process.WatchedRun;

/** Against a folder that looks like {@code /proc}. */
final class ProcessJoinTest {
  @TempDir Path root;

  private final List<WatchedRun> runs = new ArrayList<>();
  private ProcessJoin join;

  @BeforeEach
  void lay() throws IOException {
    root = root.toRealPath();
    join = new ProcessJoin(new ProcFs(root.resolve("proc")));
    run("llm", "llm", "training");
    run("llm/deep", "llm/deep", "training");
  }

  @Test
  void a_process_that_holds_the_log_open_works_for_the_run() throws IOException {
    process(10, 1, elsewhere(), root.resolve("llm/llm.jsonl"));

    assertEquals(List.of(new RunGpu("llm", 0, "GPU-0")), joined(10L));
  }

  @Test
  void a_process_that_works_below_the_directory_works_for_the_nearest_run() throws IOException {
    Files.createDirectories(root.resolve("llm/deep/src"));
    process(10, 1, root.resolve("llm/deep/src").toString());
    process(11, 1, root.resolve("llm").toString());

    assertEquals(List.of(new RunGpu("llm/deep", 0, "GPU-0")), joined(10L));
    assertEquals(List.of(new RunGpu("llm", 0, "GPU-0")), joined(11L));
  }

  @Test
  void the_children_of_such_a_process_work_for_the_run_too() throws IOException {
    process(10, 1, root.resolve("llm").toString());
    process(11, 10, elsewhere());
    process(12, 11, elsewhere());

    assertEquals(List.of(new RunGpu("llm", 0, "GPU-0")), joined(12L));
  }

  @Test
  void an_open_log_counts_more_than_where_the_process_works() throws IOException {
    process(10, 1, root.resolve("llm").toString(), root.resolve("llm/deep/llm-deep.jsonl"));

    assertEquals(List.of(new RunGpu("llm/deep", 0, "GPU-0")), joined(10L));
  }

  @Test
  void of_several_runs_in_a_directory_those_that_are_over_are_left_out() throws IOException {
    run("llm/old", "llm", "finished");
    process(10, 1, root.resolve("llm").toString());

    assertEquals(List.of(new RunGpu("llm", 0, "GPU-0")), joined(10L));
  }

  @Test
  void a_directory_behind_a_link_is_the_same_directory() throws IOException {
    Path link = Files.createSymbolicLink(root.resolve("link"), root.resolve("elsewhere"));
    Files.createDirectories(root.resolve("elsewhere"));
    runs.add(new WatchedRun("linked", link, List.of(), "training", 0));
    process(10, 1, root.resolve("elsewhere").toString());

    assertEquals(List.of(new RunGpu("linked", 0, "GPU-0")), joined(10L));
  }

  @Test
  void a_process_elsewhere_or_gone_works_for_no_run() throws IOException {
    process(10, 1, elsewhere());
    process(11, 999, elsewhere());

    assertEquals(List.of(), joined(10L, 11L, 12L));
  }

  @Test
  void what_is_set_by_hand_is_added_while_the_run_lives() {
    run("rl", "rl", "stalled");
    run("rl-old", "rl-old", "finished");
    ConfiguredGpus rule = new ConfiguredGpus(name -> name.startsWith("rl"), List.of("1", "GPU-2"));
    ConfiguredJoin byHand = new ConfiguredJoin(join, List.of(rule));

    assertEquals(
        List.of(new RunGpu("rl", 1, "GPU-1"), new RunGpu("rl", 2, "GPU-2")),
        byHand.join(List.of(card(0, 0), card(1, 0), card(2, 0)), runs));
  }

  private String elsewhere() {
    return root.resolve("elsewhere").toString();
  }

  private List<RunGpu> joined(Long... pids) {
    return join.join(List.of(card(0, 0, pids)), runs);
  }

  private void run(String name, String directory, String state) {
    try {
      Path folder = Files.createDirectories(root.resolve(directory));
      Path log = folder.resolve(name.replace('/', '-') + ".jsonl");
      Files.writeString(log, "");
      runs.add(new WatchedRun(name, folder, List.of(log), state, 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void process(long pid, long parent, String directory, Path... open) throws IOException {
    Path folder = Files.createDirectories(root.resolve("proc/" + pid + "/fd")).getParent();
    Files.createSymbolicLink(folder.resolve("cwd"), Path.of(directory));
    Files.writeString(folder.resolve("stat"), pid + " (py (x) y) S " + parent + " 1 1 0 -1");
    Files.createSymbolicLink(folder.resolve("fd/0"), root.resolve("null"));
    for (int i = 0; i < open.length; i++) {
      Files.createSymbolicLink(folder.resolve("fd/" + (i + 3)), open[i]);
    }
  }
}
