package org.trainingexporter.event.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.trainingexporter.event.grammar.KeyName;

/** What the values under a key about time say that it means. */
final class TimeValuesTest {
  private static TimeName name(String key) {
    return TimeName.of(KeyName.of(key));
  }

  private static TimeMeaning ofSteps(TimeValues values, double... each) {
    TimeMeaning meaning = values.meaning();
    for (int i = 0; i < each.length; i++) {
      meaning = values.add(each[i], values.seen() * 10, Double.NaN, false);
    }
    return meaning;
  }

  private static TimeMeaning ofEpochs(double... each) {
    TimeValues values = new TimeValues(name("time"), null);
    TimeMeaning meaning = values.meaning();
    for (int i = 0; i < each.length; i++) {
      meaning = values.add(each[i], Double.NaN, i, false);
    }
    return meaning;
  }

  private static TimeValues time() {
    return new TimeValues(name("time"), null);
  }

  @Test
  void one_record_alone_decides_nothing() {
    assertEquals(TimeMeaning.UNDECIDED, ofSteps(time(), 12.5));
  }

  @Test
  void large_rises_are_the_time_since_the_start() {
    assertEquals(TimeMeaning.ELAPSED, ofSteps(time(), 4.5, 9));
  }

  @Test
  void small_rises_are_it_only_over_five_records() {
    assertEquals(TimeMeaning.STEP_DURATION, ofSteps(time(), 100, 101, 102, 103));
    assertEquals(TimeMeaning.ELAPSED, ofSteps(time(), 100, 101, 102, 103, 104));
  }

  @Test
  void a_fall_makes_the_duration_of_a_step() {
    assertEquals(TimeMeaning.STEP_DURATION, ofSteps(time(), 1, 2, 3, 2.5, 4, 5, 6, 7));
  }

  @Test
  void a_fall_where_records_are_one_an_epoch_makes_the_duration_of_an_epoch() {
    assertEquals(TimeMeaning.EPOCH_DURATION, ofEpochs(72, 74, 73));
  }

  @Test
  void a_fall_where_the_position_falls_is_no_fall() {
    TimeValues values = time();
    ofSteps(values, 10, 20, 30, 40, 50);
    assertEquals(TimeMeaning.ELAPSED, values.add(5, 0, Double.NaN, false));
  }

  @Test
  void falling_where_an_epoch_begins_is_the_time_since_its_start() {
    TimeValues values = time();
    TimeMeaning meaning = TimeMeaning.UNDECIDED;
    for (int i = 0; i < 30; i++) {
      meaning = values.add(10 * (1 + i % 25), i, i < 25 ? 0 : 1, false);
      assertEquals(i < 1 || i >= 25, meaning != TimeMeaning.ELAPSED);
    }
    assertEquals(TimeMeaning.SINCE_EPOCH, meaning);
  }

  @Test
  void beside_a_data_time_it_is_a_duration_at_once() {
    assertEquals(TimeMeaning.STEP_DURATION, time().add(0.4, 1, Double.NaN, true));
  }

  @Test
  void a_number_between_2000_and_tomorrow_is_the_time_of_the_record() {
    for (double unit : new double[] {1, 1e3, 1e6, 1e9}) {
      assertTrue(time().isTime(1_763_799_360.5 * unit));
    }
    assertFalse(time().isTime(9e8));
    assertFalse(time().isTime(System.currentTimeMillis() / 1e3 + 10 * 86_400));
    assertFalse(new TimeValues(name("elapsed_ms"), null).isTime(1.7e9), "twenty days");
  }

  @Test
  void an_elapsed_time_of_the_table_is_none_where_it_is_a_time_since_1970() {
    TimeValues values = new TimeValues(name("elapsed_time"), TimeMeaning.ELAPSED);
    assertTrue(values.isTime(1_763_799_360.5));
    assertEquals(TimeMeaning.TIME, values.meaning());
  }

  @Test
  void an_elapsed_time_of_the_table_is_none_where_it_falls_again_and_again() {
    TimeValues values = new TimeValues(name("elapsed_time"), TimeMeaning.ELAPSED);
    assertEquals(TimeMeaning.ELAPSED, ofSteps(values, 5, 4, 6, 7, 8));
    assertEquals(TimeMeaning.STEP_DURATION, ofSteps(values, 6, 5));
  }

  @Test
  void a_clock_is_a_time_of_day_only_from_ten_minutes_after_midnight() {
    assertTrue(time().isClock(8 * 3600));
    assertFalse(time().isClock(72));
    assertFalse(new TimeValues(name("elapsed"), null).isClock(8 * 3600));
  }

  @Test
  void what_the_head_has_shown_holds_until_more_values_were_seen() {
    TimeValues values = time();
    values.adopt(TimeMeaning.ELAPSED, 4);
    assertEquals(TimeMeaning.ELAPSED, ofSteps(values, 1, 1, 1, 1));
    assertEquals(TimeMeaning.STEP_DURATION, ofSteps(values, 1));
  }

  @Test
  void only_words_about_time_make_a_key_one_of_those() {
    assertEquals(Unit.THOUSANDTHS, name("train/elapsed_time_ms").unit());
    assertNull(name("rollout_time"));
    assertNull(name("val/time"));
    assertNull(name("step"));
  }
}
