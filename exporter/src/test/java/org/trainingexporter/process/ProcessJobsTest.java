package org.trainingexporter.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.process.job.ProcessJob;

/** The jobs of schedulers, by the environment of processes. */
final class ProcessJobsTest {
  private WatchedProcesses host;

  @BeforeEach
  void make(@TempDir Path root) throws IOException {
    host = new WatchedProcesses(root);
  }

  private void job(long pid, String environment) throws IOException {
    Files.writeString(host.path("proc/" + pid + "/environ"), environment.replace(' ', '\0'));
  }

  private List<String> jobs() {
    return host.watch.jobs().get("llm").stream().map(ProcessJob::id).toList();
  }

  @Test
  void a_runs_job_is_that_of_its_process_also_when_that_is_gone() throws IOException {
    host.opens(10, WatchedProcesses.WRITES);
    job(10, "SLURM_JOB_ID=4711 ");
    host.check();
    assertEquals(List.of("4711"), jobs());
    host.ends(10);
    host.check();
    assertEquals(List.of("4711"), jobs());
  }

  @Test
  void a_process_that_goes_on_with_the_run_has_the_job_from_then_on() throws IOException {
    host.opens(10, WatchedProcesses.WRITES);
    job(10, "SLURM_JOB_ID=4711 ");
    host.check();
    host.ends(10);
    host.check();
    host.now += 60;
    host.write();
    host.opens(11, WatchedProcesses.WRITES);
    job(11, "SLURM_JOB_ID=4712 ");
    host.check();
    host.check();
    assertEquals(List.of("4712"), jobs());
  }

  @Test
  void a_process_of_no_job_has_none() throws IOException {
    host.opens(10, WatchedProcesses.WRITES);
    job(10, "HOME=/root ");
    host.check();
    assertEquals(List.of(), jobs());
  }
}
