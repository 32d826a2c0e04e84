package org.trainingexporter.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.process.job.ProcessJob;

/** Against a folder that looks like {@code /proc}. */
final class ProcessWatchTest {
  private static final long SELF = 7;
  private static final String WRITES = "0100001";
  private static final String APPENDS = "0102001";
  private static final String READS = "0100000";

  @TempDir private Path root;
  private Path log;
  private ProcessWatch watch;
  private double now = 1_763_800_000;
  private List<WatchedRun> runs;

  @BeforeEach
  void make() throws IOException {
    root = root.toRealPath();
    log = root.resolve("llm/train.jsonl");
    Files.createDirectories(log.getParent());
    Files.createDirectories(root.resolve("proc"));
    Files.writeString(log, "");
    write();
    runs = List.of(new WatchedRun("llm", log.getParent(), List.of(log), "training", now));
    watch = new ProcessWatch(new ProcFs(root.resolve("proc")), SELF);
  }

  private void write() throws IOException {
    Files.setLastModifiedTime(log, FileTime.from(Instant.ofEpochMilli(Math.round(now * 1e3))));
  }

  private Path process(long pid, long start, char state) throws IOException {
    Path folder = root.resolve("proc/" + pid);
    Files.createDirectories(folder.resolve("fd"));
    Files.createDirectories(folder.resolve("fdinfo"));
    String zeros = " 0".repeat(17);
    Files.writeString(
        folder.resolve("stat"), pid + " (py (x)) " + state + " 1" + zeros + " " + start + " 0\n");
    return folder;
  }

  private void opens(long pid, String flags) throws IOException {
    Path folder = process(pid, 100, 'S');
    Files.createSymbolicLink(folder.resolve("fd/3"), log);
    Files.writeString(folder.resolve("fdinfo/3"), "pos:\t0\nflags:\t" + flags + "\nmnt_id:\t2\n");
  }

  private void ends(long pid) throws IOException {
    try (var all = Files.walk(root.resolve("proc/" + pid))) {
      for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }

  private void closes(long pid) throws IOException {
    Files.delete(root.resolve("proc/" + pid + "/fd/3"));
  }

  /** What is known five seconds later. */
  private Map<String, Boolean> check(Map<String, Set<Long>> onCards) {
    now += 5;
    watch.check(runs, onCards, now);
    return watch.alive();
  }

  private Map<String, Boolean> check() {
    return check(Map.of());
  }

  @Test
  void a_process_that_writes_the_log_is_alive_until_it_is_gone() throws IOException {
    opens(10, WRITES);
    assertEquals(Map.of("llm", true), check());
    ends(10);
    assertEquals(Map.of("llm", false), check());
    assertEquals(Map.of("llm", false), check());
  }

  @Test
  void from_then_on_the_process_is_watched_and_not_its_files() throws IOException {
    opens(10, APPENDS);
    check();
    closes(10);
    assertEquals(Map.of("llm", true), check());
    ends(10);
    assertEquals(Map.of("llm", false), check());
  }

  @Test
  void a_zombie_is_gone() throws IOException {
    opens(10, WRITES);
    check();
    process(10, 100, 'Z');
    assertEquals(Map.of("llm", false), check());
  }

  @Test
  void another_process_with_the_same_id_is_another_process() throws IOException {
    opens(10, WRITES);
    check();
    closes(10);
    process(10, 101, 'S');
    assertEquals(Map.of("llm", false), check());
  }

  @Test
  void readers_and_the_exporter_itself_do_not_count() throws IOException {
    opens(10, READS);
    opens(SELF, WRITES);
    assertEquals(Map.of(), check());
  }

  @Test
  void one_of_several_writers_is_enough() throws IOException {
    opens(10, WRITES);
    opens(11, WRITES);
    check();
    ends(10);
    assertEquals(Map.of("llm", true), check());
    ends(11);
    assertEquals(Map.of("llm", false), check());
  }

  @Test
  void processes_are_searched_for_every_ten_seconds_while_the_log_moves() throws IOException {
    assertEquals(Map.of(), check());
    opens(10, WRITES);
    write();
    assertEquals(Map.of(), check());
    assertEquals(Map.of("llm", true), check());
  }

  @Test
  void a_log_that_does_not_move_is_searched_for_once() throws IOException {
    check();
    opens(10, WRITES);
    check();
    assertEquals(Map.of(), check());
  }

  @Test
  void a_log_that_has_not_moved_for_a_day_has_no_process() throws IOException {
    opens(10, WRITES);
    now += 24 * 3600;
    assertEquals(Map.of(), check());
  }

  @Test
  void a_log_that_moves_on_after_its_process_is_gone_has_another() throws IOException {
    opens(10, WRITES);
    check();
    ends(10);
    check();
    now += 20;
    write();
    assertEquals(Map.of(), check());
    opens(11, WRITES);
    now += 10;
    write();
    assertEquals(Map.of("llm", true), check());
  }

  @Test
  void a_process_on_a_card_of_the_run_counts_though_it_never_opens_the_log() throws IOException {
    process(10, 100, 'R');
    assertEquals(Map.of("llm", true), check(Map.of("llm", Set.of(10L))));
    assertEquals(Map.of("llm", true), check());
    ends(10);
    assertEquals(Map.of("llm", false), check());
  }

  @Test
  void on_a_card_that_runs_share_each_process_counts_for_its_own() throws IOException {
    Path other = Files.createDirectories(root.resolve("rl"));
    Path itsLog = Files.writeString(other.resolve("train.jsonl"), "");
    runs = List.of(runs.get(0), new WatchedRun("rl", other, List.of(itsLog), "training", now));
    Path folder = process(10, 100, 'R');
    Files.createSymbolicLink(folder.resolve("cwd"), other);
    Set<Long> users = Set.of(10L);
    assertEquals(Map.of("rl", true), check(Map.of("llm", users, "rl", users)));
  }

  @Test
  void a_run_that_is_gone_is_not_remembered() throws IOException {
    opens(10, WRITES);
    check();
    runs = List.of();
    assertEquals(Map.of(), check());
  }

  private void logsEvents(String name) throws IOException {
    log = log.resolveSibling(name);
    Files.writeString(log, "");
    write();
    runs = List.of(new WatchedRun("llm", log.getParent(), List.of(log), "training", now));
    Path kernel = Files.createDirectories(root.resolve("proc/sys/kernel"));
    Files.writeString(kernel.resolve("hostname"), "node.7\n");
    Files.writeString(root.resolve("proc/stat"), "cpu 1 2\nbtime 1763799000\nprocesses 9\n");
  }

  private void runsProgram(long pid, long start) throws IOException {
    Files.createSymbolicLink(process(pid, start, 'S').resolve("exe"), root.resolve("python3"));
  }

  @Test
  void an_event_file_that_is_never_seen_open_names_its_process() throws IOException {
    logsEvents("events.out.tfevents.1763799300.node.7.10.0");
    runsProgram(10, 20_000);
    assertEquals(Map.of("llm", true), check());
    ends(10);
    assertEquals(Map.of("llm", false), check());
  }

  @Test
  void so_does_one_of_tensorflow() throws IOException {
    logsEvents("events.out.tfevents.1763799300.node.7.10.1.v2");
    runsProgram(10, 20_000);
    assertEquals(Map.of("llm", true), check());
  }

  @Test
  void a_process_younger_than_the_event_file_has_only_its_number() throws IOException {
    logsEvents("events.out.tfevents.1763799300.node.7.10.0");
    runsProgram(10, 40_000);
    assertEquals(Map.of(), check());
  }

  @Test
  void a_thread_of_the_kernel_writes_no_event_file() throws IOException {
    logsEvents("events.out.tfevents.1763799300.node.7.10.0");
    process(10, 2, 'S');
    assertEquals(Map.of(), check());
  }

  @Test
  void an_event_file_of_another_host_or_without_a_process_names_none() throws IOException {
    runsProgram(10, 20_000);
    logsEvents("events.out.tfevents.1763799300.node.8.10.0");
    assertEquals(Map.of(), check());
    logsEvents("events.out.tfevents.1763799300.node.7");
    assertEquals(Map.of(), check());
  }

  private void job(long pid, String environment) throws IOException {
    Files.writeString(root.resolve("proc/" + pid + "/environ"), environment.replace(' ', '\0'));
  }

  private List<String> jobs() {
    return watch.jobs().get("llm").stream().map(ProcessJob::id).toList();
  }

  @Test
  void a_runs_job_is_that_of_its_process_also_when_that_is_gone() throws IOException {
    opens(10, WRITES);
    job(10, "SLURM_JOB_ID=4711 ");
    check();
    assertEquals(List.of("4711"), jobs());
    ends(10);
    check();
    assertEquals(List.of("4711"), jobs());
  }

  @Test
  void a_process_that_goes_on_with_the_run_has_the_job_from_then_on() throws IOException {
    opens(10, WRITES);
    job(10, "SLURM_JOB_ID=4711 ");
    check();
    ends(10);
    check();
    now += 60;
    write();
    opens(11, WRITES);
    job(11, "SLURM_JOB_ID=4712 ");
    check();
    check();
    assertEquals(List.of("4712"), jobs());
  }

  @Test
  void a_process_of_no_job_has_none() throws IOException {
    opens(10, WRITES);
    job(10, "HOME=/root ");
    check();
    assertEquals(List.of(), jobs());
  }
}
