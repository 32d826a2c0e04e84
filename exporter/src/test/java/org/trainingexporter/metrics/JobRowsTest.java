package org.trainingexporter.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trainingexporter.event.Unknown;
import org.trainingexporter.run.host.CardUse;
import org.trainingexporter.run.host.HostFacts;
import org.trainingexporter.run.host.ProcessState;
import org.trainingexporter.run.host.RunJob;
import org.trainingexporter.run.rank.RankPlace;

/** What a scrape says of the job that runs a training. */
final class JobRowsTest {
  private static List<String> shown(RunJob job) {
    var run = new MadeRun("a").record(Scrape.NOW, "step", 1, "loss", 2).snapshot();
    var facts = new HostFacts(ProcessState.ALIVE, CardUse.NONE, job);
    return Scrape.samples(Scrape.of(run.with(facts))).stream()
        .filter(line -> line.matches("training_(run_job|rank|world).*"))
        .toList();
  }

  @Test
  void the_job_is_shown_with_the_ranks_of_this_machine() {
    var ranks = List.of(new RankPlace(8, "0", "n2"), new RankPlace(9, "1", "n2"));
    assertEquals(
        List.of(
            "training_run_job_info{run=\"a\",scheduler=\"slurm\",job_id=\"4711\",user=\"ada\",queue=\"gpu\",} 1.0",
            "training_world_size{run=\"a\",} 16.0",
            "training_rank_info{run=\"a\",rank=\"8\",local_rank=\"0\",node=\"n2\",} 1.0",
            "training_rank_info{run=\"a\",rank=\"9\",local_rank=\"1\",node=\"n2\",} 1.0"),
        shown(new RunJob("slurm", "4711", "ada", "gpu", 16, ranks)));
  }

  @Test
  void without_a_scheduler_no_job_is_shown() {
    assertEquals(List.of(), shown(new RunJob("", "", "ada", "", Unknown.UNKNOWN, List.of())));
  }
}
