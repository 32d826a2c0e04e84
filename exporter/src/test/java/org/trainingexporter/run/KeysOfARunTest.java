package org.trainingexporter.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.key.Signal;

/** What a key means beside the run's other keys and beside what stands in its record. */
final class KeysOfARunTest extends RunOfLines {
  @Test
  void of_two_names_the_one_of_fewer_words_is_read() throws IOException {
    RunSnapshot run = read("{'epoch':1,'mean_batch_loss':3,'avg_loss':2}");
    assertEquals(2, run.signals().newest(Signal.LOSS));
    assertEquals(3, run.values().get("mean_batch_loss"));
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
