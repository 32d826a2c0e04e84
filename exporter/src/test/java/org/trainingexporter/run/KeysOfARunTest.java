package org.trainingexporter.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.testing.WatchedDirectory;

/** What a key means beside the run's other keys and beside what stands in its record. */
final class KeysOfARunTest {
  @TempDir private Path root;

  /** A run of its own with these lines; single quotes stand for double ones. */
  private RunSnapshot read(String... lines) throws IOException {
    WatchedDirectory logs = new WatchedDirectory(Files.createTempDirectory(root, "run"));
    logs.write("train.jsonl", (String.join("\n", lines) + "\n").replace('\'', '"'));
    return logs.pollLater().run();
  }

  private static long records(RunSnapshot run, RecordKind kind) {
    return run.counts().records().get(kind);
  }

  @Test
  void of_two_names_the_one_of_fewer_words_is_read() throws IOException {
    RunSnapshot run = read("{'epoch':1,'mean_batch_loss':3,'avg_loss':2}");
    assertEquals(2, run.signals().newest(Signal.LOSS));
    assertEquals(3, run.values().get("mean_batch_loss"));
  }

  @Test
  void a_total_that_counts_up_is_the_position() throws IOException {
    RunSnapshot run =
        read(
            "{'total/steps':2000,'total/epochs':1,'rollout/return':3}",
            "{'total/steps':4000,'total/epochs':2,'rollout/return':5}");
    assertEquals(4000, run.position().step());
    assertEquals(2, run.position().epoch());
    run = read("{'total_steps':2000,'loss':3}", "{'total_steps':4000,'loss':2}");
    assertEquals(4000, run.position().step());
    assertEquals(2, records(run, RecordKind.TRAIN));
  }

  @Test
  void a_plan_at_or_below_the_first_step_is_none() throws IOException {
    RunSnapshot run = read("{'step':100,'max_steps':50,'loss':3}");
    assertTrue(Double.isNaN(run.schedule().steps()));
    run = read("{'step':10,'max_steps':50,'loss':3}", "{'step':60,'max_steps':50,'loss':3}");
    assertEquals(50, run.schedule().steps());
  }

  @Test
  void an_epoch_that_is_named_at_its_end_does_not_start_the_counter_over() throws IOException {
    RunSnapshot run =
        read(
            "{'epoch':3,'step':90,'loss':3}",
            "{'step':100,'loss':2}",
            "{'epoch':4,'step':100,'loss':2,'val_loss':2}",
            "{'step':110,'loss':1}");
    assertEquals(110, run.position().step());
  }

  @Test
  void of_as_many_words_step_goes_before_others_and_total_too() throws IOException {
    RunSnapshot run = read("{'step':1,'mean_loss':3,'total_loss':2,'loss_step':1}");
    assertEquals(2, run.signals().newest(Signal.LOSS), "total_loss stands in the table");
    run = read("{'step':1,'avg_losses':3,'total_losses':2}");
    assertEquals(2, run.signals().newest(Signal.LOSS));
    run = read("{'step':1,'avg_losses':3,'step_losses':1}");
    assertEquals(1, run.signals().newest(Signal.LOSS));
  }

  @Test
  void a_better_name_that_comes_late_begins_the_signal_anew() throws IOException {
    RunSnapshot run =
        read(
            "{'step':1,'mean_batch_loss':9}",
            "{'step':2,'mean_batch_loss':9,'avg_loss':2}",
            "{'step':3,'mean_batch_loss':9,'avg_loss':1}");
    assertEquals(1, run.signals().newest(Signal.LOSS));
    assertTrue(run.signals().mean(Signal.LOSS) <= 2);
  }

  @Test
  void the_mean_over_an_epoch_is_a_value_once_its_step_is_logged() throws IOException {
    RunSnapshot run =
        read(
            "{'epoch':0,'step':10,'my/loss_epoch':3}",
            "{'epoch':0,'step':20,'my/loss_step':2}",
            "{'epoch':1,'step':30,'my/loss_epoch':1}");
    assertEquals(2, run.signals().newest(Signal.LOSS));
    assertEquals(1, run.values().get("my/loss_epoch"));
    assertEquals(1, records(run, RecordKind.OTHER));
  }

  @Test
  void the_same_name_below_two_tasks_is_a_part_of_each() throws IOException {
    RunSnapshot run = read("{'step':1,'mnli/loss':2,'qqp/loss':3}");
    assertTrue(Double.isNaN(run.signals().newest(Signal.LOSS)));
    assertEquals(2, run.values().get("mnli/loss"));
    assertEquals(1, records(run, RecordKind.TRAIN));
  }

  @Test
  void below_two_sets_it_is_the_loss_of_each() throws IOException {
    RunSnapshot run = read("{'step':1,'Loss':{'train':2,'val':3}}");
    assertEquals(2, run.signals().newest(Signal.LOSS));
    assertEquals(3, run.validation().newest().loss());
  }

  @Test
  void a_total_beside_parts_is_the_loss() throws IOException {
    RunSnapshot run = read("{'step':1,'critic_loss':1,'total':2.5}");
    assertEquals(2.5, run.signals().newest(Signal.LOSS));
  }

  @Test
  void a_total_of_whole_numbers_or_beside_a_loss_is_none() throws IOException {
    RunSnapshot run = read("{'step':1,'lr':0.1,'total':2}", "{'step':2,'lr':0.1,'total':3}");
    assertTrue(Double.isNaN(run.signals().newest(Signal.LOSS)));
    run = read("{'step':1,'lr':0.1,'loss':1,'total':2.5}");
    assertEquals(1, run.signals().newest(Signal.LOSS));
    assertEquals(2.5, run.values().get("total"));
  }

  @Test
  void a_score_is_a_reward_only_beside_an_episodes_length() throws IOException {
    RunSnapshot run = read("{'step':1,'loss':2}", "{'step':2,'score':7}");
    assertEquals(1, records(run, RecordKind.OTHER));
    run = read("{'step':1,'loss':2}", "{'step':2,'score':7,'ep_len':20}");
    assertEquals(2, records(run, RecordKind.TRAIN));
  }

  @Test
  void a_reward_of_a_validation_counts_only_while_there_is_no_other() throws IOException {
    RunSnapshot run = read("{'step':1,'eval_reward':7}");
    assertEquals(1, records(run, RecordKind.TRAIN));
    run = read("{'step':1,'reward':7}", "{'step':2,'eval_reward':8}");
    assertEquals(1, records(run, RecordKind.TRAIN));
    assertEquals(1, records(run, RecordKind.OTHER));
  }

  @Test
  void a_reward_of_a_validation_makes_no_validation_a_training_record() throws IOException {
    RunSnapshot run = read("{'step':1,'loss':2}", "{'step':1,'eval_loss':2,'eval_reward':8}");
    assertEquals(1, records(run, RecordKind.TRAIN));
    assertEquals(1, records(run, RecordKind.VALIDATION));
  }

  @Test
  void test_is_a_value_once_there_is_a_validation_set() throws IOException {
    RunSnapshot run = read("{'epoch':1,'train_loss':3,'test_acc':0.5,'test_loss':4}");
    assertEquals(4, run.validation().newest().loss());
    run =
        read(
            "{'epoch':1,'train_loss':3,'test_acc':0.5,'test_loss':1}",
            "{'epoch':2,'train_loss':3,'test_acc':0.5,'test_loss':1,'val_loss':2}");
    assertEquals(2, run.validation().best().loss());
    assertEquals(1, run.values().get("test_loss"));
    assertEquals(0.5, run.values().get("test_acc"));
    assertTrue(Double.isNaN(run.signals().newest(Signal.VALIDATION_ACCURACY)));
  }

  @Test
  void a_batch_counts_beside_an_epoch_alone() throws IOException {
    RunSnapshot run =
        read(
            "{'epoch':1,'batch':1,'loss':3}",
            "{'epoch':1,'batch':2,'loss':3}",
            "{'epoch':2,'batch':1,'loss':3}");
    assertEquals(3, run.position().step());
    assertEquals(0, run.counts().restarts() + run.counts().rewinds());
    run = read("{'iter':1,'batch':32,'loss':3}", "{'iter':2,'batch':32,'loss':3}");
    assertEquals(2, run.position().step());
    assertEquals(32, run.values().get("batch"));
  }

  @Test
  void a_share_of_the_epoch_is_no_position() throws IOException {
    RunSnapshot run =
        read(
            "{'epoch':1,'update':0.5,'loss':3,'num_updates':'200'}",
            "{'epoch':1,'update':1.0,'loss':3,'num_updates':'400'}");
    assertEquals(400, run.position().step());
    run = read("{'epoch':1,'update':0.5,'loss':3}", "{'epoch':2,'update':1,'loss':3}");
    assertTrue(Double.isNaN(run.position().step()));
    assertEquals(2, run.position().epoch());
  }

  @Test
  void a_total_that_stays_beside_a_counter_that_moves_is_the_plan() throws IOException {
    RunSnapshot run =
        read(
            "{'iteration':1,'total_updates':500,'loss':3}",
            "{'iteration':2,'total_updates':500,'loss':3}",
            "{'iteration':3,'total_updates':500,'loss':3}");
    assertEquals(3, run.position().step());
    assertEquals(500, run.schedule().steps());
    assertEquals(0, run.counts().restarts() + run.counts().rewinds());
  }

  @Test
  void a_total_that_moves_is_the_position() throws IOException {
    RunSnapshot run =
        read(
            "{'time/iterations':1,'time/total_timesteps':2048,'reward':1}",
            "{'time/iterations':2,'time/total_timesteps':4096,'reward':1}");
    assertEquals(4096, run.position().step());
    assertEquals(2048, run.counts().steps());
  }

  @Test
  void two_counters_that_never_meet_and_never_fall_are_one() throws IOException {
    RunSnapshot run =
        read(
            "{'step':0,'val_loss':4}",
            "{'iter':0,'loss':4}",
            "{'iter':10,'loss':3}",
            "{'step':20,'val_loss':3}",
            "{'iter':20,'loss':3}",
            "{'iter':30,'loss':2}");
    assertEquals(30, run.position().step());
    assertEquals(20, run.validation().newest().step());
    assertNull(run.values().get("iter"));
  }

  @Test
  void of_two_counters_that_fall_the_one_beside_the_loss_counts() throws IOException {
    RunSnapshot run =
        read(
            "{'iter':100,'loss':4}",
            "{'step':3,'reward':4}",
            "{'iter':200,'loss':3}",
            "{'step':6,'reward':3}",
            "{'iter':300,'loss':3}");
    assertEquals(300, run.position().step());
    assertEquals(6, run.values().get("step"));
    assertEquals(0, run.counts().restarts() + run.counts().rewinds());
  }

  @Test
  void settings_are_neither_signals_nor_positions_but_may_name_the_plan() throws IOException {
    RunSnapshot run =
        read(
            "{'args':{'lr':0.1,'step':7,'max_steps':90},'model_config':{'loss':5}}",
            "{'step':1,'loss':2}");
    assertEquals(2, run.signals().newest(Signal.LOSS));
    assertTrue(Double.isNaN(run.signals().newest(Signal.LEARNING_RATE)));
    assertEquals(90, run.schedule().steps());
    assertEquals(1, records(run, RecordKind.OTHER));
  }

  @Test
  void the_set_may_stand_in_a_key_before_or_behind_the_numbers() throws IOException {
    RunSnapshot run =
        read(
            "{'step':100,'split':'train','loss':2.5,'accuracy':0.5}",
            "{'step':100,'loss':2.75,'accuracy':0.25,'ppl':15,'split':'val'}");
    assertEquals(2.5, run.signals().newest(Signal.LOSS));
    assertEquals(2.75, run.validation().newest().loss());
    assertEquals(15, run.validation().newest().perplexity());
    assertEquals(0.25, run.signals().newest(Signal.VALIDATION_ACCURACY));
    assertEquals(0.5, run.signals().newest(Signal.TRAIN_ACCURACY));
    assertEquals(1, records(run, RecordKind.VALIDATION));
  }

  @Test
  void a_test_record_validates_until_a_validation_record_comes() throws IOException {
    RunSnapshot run = read("{'step':1,'loss':3}", "{'step':1,'phase':'test','loss':4}");
    assertEquals(4, run.validation().newest().loss());
    run =
        read(
            "{'step':1,'loss':3}",
            "{'step':1,'phase':'test','loss':1}",
            "{'step':1,'phase':'valid','loss':5}",
            "{'step':1,'phase':'test','loss':2}");
    assertEquals(5, run.validation().best().loss());
    assertEquals(3, run.signals().newest(Signal.LOSS));
  }

  @Test
  void lists_and_texts_under_names_that_words_decide_are_not_rejected() throws IOException {
    RunSnapshot run =
        read("{'step':1,'loss':2,'episode_rewards':[1,2],'loss_type':'mse','update':true}");
    assertEquals(0, run.counts().rejections().values().stream().mapToLong(n -> n).sum());
  }
}
