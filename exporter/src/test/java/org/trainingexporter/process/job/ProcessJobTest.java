package org.trainingexporter.process.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What a process's environment and control groups say of its job. */
final class ProcessJobTest {
  private static ProcessJob of(String environment, String groups) {
    return ProcessJob.of(environment.replace(' ', '\0'), groups, "ada");
  }

  @Test
  void slurm_names_job_partition_and_rank() {
    assertEquals(
        new ProcessJob("slurm", "4711", "ada", "gpu", 3, "", -1),
        of("SLURM_JOB_ID=4711 SLURM_JOB_PARTITION=gpu SLURM_PROCID=3 ", ""));
  }

  @Test
  void the_ranks_of_the_framework_go_before_the_schedulers() {
    ProcessJob job = of("SLURM_JOB_ID=1 SLURM_PROCID=0 RANK=5 WORLD_SIZE=16 LOCAL_RANK=1 ", "");
    assertEquals(5, job.rank());
    assertEquals("1", job.localRank());
    assertEquals(16, job.worldSize());
  }

  @Test
  void where_the_environment_may_not_be_read_the_control_group_has_the_job() {
    assertEquals("4711", of("", "9:memory:/slurm/uid_1000/job_4711/step_0/task_0\n").id());
    assertEquals(
        "4712", of("", "0::/system.slice/slurmstepd.scope/job_4712/step_0/user/task_0\n").id());
    assertEquals("88.pbs01", of("", "0::/pbs_jobs.service/jobid/88.pbs01\n").id());
    assertEquals("lsf", of("", "4:cpuset:/lsf/cluster1/job.901.3211.1700000000\n").scheduler());
  }

  @Test
  void kubernetes_has_the_pods_name_by_the_downward_api_else_its_uid() {
    String group =
        "0::/kubepods.slice/kubepods-burstable.slice/"
            + "kubepods-burstable-pod0a1b2c3d_1111_2222_3333_444455556666.slice/cri-containerd-x.scope";
    assertEquals(
        new ProcessJob("kubernetes", "0a1b2c3d-1111-2222-3333-444455556666", "ada", "", -1, "", -1),
        of("", group));
    assertEquals(
        new ProcessJob("kubernetes", "llm-worker-3", "ada", "research", -1, "", -1),
        of("POD_NAME=llm-worker-3 POD_NAMESPACE=research ", group));
  }

  @Test
  void pbs_and_lsf_name_job_and_queue() {
    assertEquals(
        new ProcessJob("pbs", "88.pbs01", "ada", "workq", -1, "", -1),
        of("PBS_JOBID=88.pbs01 PBS_QUEUE=workq ", ""));
    assertEquals(
        new ProcessJob("lsf", "901", "ada", "normal", -1, "", -1),
        of("LSB_JOBID=901 LSB_QUEUE=normal ", ""));
  }

  @Test
  void a_given_id_is_the_jobs_whatever_the_scheduler_calls_it() {
    assertEquals("llm-7b", of("SLURM_JOB_ID=4711 TRAINING_JOB_ID=llm-7b ", "").id());
    assertEquals("other", of("TRAINING_JOB_ID=llm-7b ", "").scheduler());
  }

  @Test
  void a_name_that_only_ends_like_one_that_is_read_is_another() {
    assertFalse(of("MY_RANK=3 LORA_RANK=8 XSLURM_JOB_ID=4 NOTE=RANK=9 ", "").isKnown());
  }

  @Test
  void a_value_that_is_no_small_number_is_no_rank() {
    assertFalse(of("RANK=three WORLD_SIZE=-1 ", "").isKnown());
    assertFalse(of("RANK=12345678 ", "").isKnown());
  }

  @Test
  void nothing_else_of_the_environment_is_kept() {
    ProcessJob job = of("WANDB_API_KEY=geheim RANK=1 HOME=/home/ada ", "");
    assertTrue(job.isKnown());
    assertFalse(job.toString().contains("geheim") || job.toString().contains("/home"));
  }
}
