package org.trainingexporter.alerts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stories of real life, in each of which exactly the right alerts fire. */
final class AlertStoriesTest {
  private static final Duration SCRAPE = Duration.ofSeconds(15);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path directory;
  private AlertStory story;
  private ObservedHost host;
  private final WrittenTraining llm = WrittenTraining.planned("llm", 10_500);

  private void begin(Duration scrapes) throws Exception {
    story = AlertStory.of(directory, scrapes);
    host = story.host();
  }

  @Test
  void sixty_healthy_hours_raise_nothing() throws Exception {
    begin(MINUTE.multipliedBy(2));
    host.start(llm);
    host.pass(Duration.ofHours(62));
    story.check();
  }

  @Test
  void a_loss_that_is_nan_at_night_is_told_until_the_run_is_stopped() throws Exception {
    begin(MINUTE);
    llm.setLossFactor(step -> step >= 400 ? Double.NaN : 1);
    host.start(llm);
    host.pass(Duration.ofHours(7));
    host.kill(llm);
    host.pass(Duration.ofHours(1));
    // NaN from step 400 on. Errors of the last ten minutes are told of an ended run too.
    story.expect("TrainingNotFinite", "critical", "llm", at(2, 23, 0), at(7, 9, 0));
    story.expect("TrainingProcessGone", "critical", "llm", at(7, 1, 0), at(8, 0, 0));
    story.check();
  }

  @Test
  void a_killed_process_is_told_after_half_a_minute_and_nothing_else_is() throws Exception {
    begin(SCRAPE);
    host.start(llm);
    host.pass(Duration.ofMinutes(90));
    host.kill(llm);
    host.pass(Duration.ofHours(2));
    story.expect("TrainingProcessGone", "critical", "llm", at(1, 30, 30), at(3, 30, 0));
    story.check();
  }

  @Test
  void a_preempted_run_is_told_until_it_resumes() throws Exception {
    begin(SCRAPE);
    host.start(llm);
    host.pass(Duration.ofMinutes(90));
    host.kill(llm);
    host.pass(Duration.ofMinutes(20));
    host.start(llm);
    host.pass(Duration.ofHours(1));
    story.expect("TrainingProcessGone", "critical", "llm", at(1, 30, 30), at(1, 50, 0));
    story.check();
  }

  @Test
  void a_slow_disk_slows_the_run_down_and_moves_its_end() throws Exception {
    begin(MINUTE);
    host.start(llm);
    host.pass(Duration.ofHours(5));
    llm.setSecondsPerStep(60);
    host.pass(Duration.ofHours(3));
    llm.setSecondsPerStep(20);
    host.pass(Duration.ofHours(3));
    // The end moves at once, the mean speed of 100 steps only with these steps.
    story.expect("TrainingEtaSlipping", "warning", "llm", at(5, 21, 0), at(7, 25, 0));
    story.expect("TrainingThroughputHalved", "warning", "llm", at(6, 7, 0), at(8, 10, 0));
    story.check();
  }

  @Test
  void a_run_that_finishes_early_raises_nothing() throws Exception {
    begin(SCRAPE);
    host.start(llm);
    host.pass(Duration.ofHours(1));
    llm.writeEnd(host.files());
    host.kill(llm);
    host.pass(Duration.ofMinutes(30));
    story.check();
  }

  @Test
  void a_rotated_log_raises_nothing() throws Exception {
    begin(SCRAPE);
    host.start(llm);
    for (int part = 3; part > 0; part--) {
      host.pass(Duration.ofMinutes(30));
      Path log = directory.resolve(llm.log());
      Files.move(log, log.resolveSibling(log.getFileName() + "." + part));
    }
    host.pass(Duration.ofMinutes(30));
    story.check();
  }

  @Test
  void a_copied_archive_of_old_logs_raises_nothing() throws Exception {
    begin(SCRAPE);
    host.pass(Duration.ofMinutes(10));
    OldLogs.copy(host.files());
    host.pass(Duration.ofHours(2));
    story.check();
  }

  @Test
  void a_restarted_exporter_raises_nothing_and_one_that_is_down_is_told() throws Exception {
    begin(SCRAPE);
    host.start(llm);
    host.pass(Duration.ofHours(1));
    host.stopExporter();
    host.pass(Duration.ofMinutes(2));
    host.startExporter();
    host.pass(Duration.ofMinutes(30));
    host.stopExporter();
    host.pass(Duration.ofMinutes(20));
    host.startExporter();
    host.pass(Duration.ofMinutes(40));
    story.expect("TrainingExporterDown", "critical", at(1, 37, 0), at(1, 52, 0));
    story.check();
  }

  @Test
  void a_restarted_prometheus_raises_nothing() throws Exception {
    begin(SCRAPE);
    host.start(llm);
    host.pass(Duration.ofHours(1));
    host.stopPrometheus();
    host.pass(Duration.ofMinutes(2));
    host.startPrometheus();
    host.pass(Duration.ofMinutes(30));
    host.stopPrometheus();
    host.pass(Duration.ofMinutes(40));
    host.startPrometheus();
    host.pass(Duration.ofHours(1));
    story.check();
  }

  @Test
  void the_end_of_a_run_without_a_plan_is_a_warning() throws Exception {
    begin(SCRAPE);
    WrittenTraining unplanned = WrittenTraining.unplanned("llm");
    host.start(unplanned);
    host.pass(Duration.ofHours(1));
    host.kill(unplanned);
    host.pass(Duration.ofMinutes(30));
    story.expect("TrainingProcessGone", "warning", "llm", at(1, 0, 30), at(1, 30, 0));
    story.check();
  }

  private static Duration at(int hours, int minutes, int seconds) {
    return Duration.ofHours(hours).plusMinutes(minutes).plusSeconds(seconds);
  }
}
