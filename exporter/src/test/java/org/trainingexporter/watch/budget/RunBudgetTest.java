package org.trainingexporter.watch.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trainingexporter.service.HeapUse;

final class RunBudgetTest {
  private static final double EACH = 0.01;
  private final List<ReleasableRun> runs = new ArrayList<>();
  private final List<String> released = new ArrayList<>();
  private final CountedHeap heap = new CountedHeap();
  private long nanos;
  private final RunBudget budget = new RunBudget(heap, () -> nanos);

  /** Each run that was read takes a hundredth of it. */
  private final class CountedHeap implements HeapUse {
    private double others;
    private int collections;

    @Override
    public double occupancy() {
      return others + EACH * runs.stream().filter(ReleasableRun::isRead).count();
    }

    @Override
    public void collect() {
      collections++;
    }
  }

  private void add(String name, boolean isOver, boolean isRead, double modified) {
    Runnable release =
        () -> {
          released.add(name);
          runs.removeIf(run -> run.name().equals(name));
        };
    runs.add(new ReleasableRun(name, isOver, isRead, modified, release));
  }

  private void addRead(int count) {
    for (int i = 0; i < count; i++) {
      add("r" + i, false, true, i);
    }
  }

  private void relieve() {
    budget.relieve(() -> List.copyOf(runs), () -> {});
  }

  private void relieveTwice() {
    relieve();
    nanos += RunBudget.WAIT_NANOS;
    relieve();
  }

  @Test
  void where_there_is_room_nothing_is_released_and_nothing_collected() {
    addRead(85);
    relieveTwice();
    assertEquals(List.of(), released);
    assertEquals(0, heap.collections);
  }

  @Test
  void finished_runs_go_first_and_then_the_oldest() {
    addRead(84);
    add("finished later", true, true, 200);
    add("finished", true, true, 100);
    relieveTwice();
    assertEquals(List.of("finished", "finished later", "r0"), released.subList(0, 3));
    assertEquals(78, runs.size());
    assertEquals(8, budget.released());
  }

  @Test
  void older_runs_that_are_not_read_yet_go_along() {
    add("unread", false, false, -1);
    addRead(86);
    relieveTwice();
    assertEquals("unread", released.get(0));
    assertEquals(78, runs.size());
  }

  @Test
  void what_a_scrape_needs_for_a_moment_releases_nothing() {
    addRead(80);
    heap.others = 0.1;
    relieve();
    heap.others = 0;
    nanos += RunBudget.WAIT_NANOS;
    relieve();
    assertEquals(List.of(), released);
  }

  @Test
  void a_heap_that_is_nearly_full_does_not_wait() {
    addRead(97);
    relieve();
    relieve();
    assertEquals(78, runs.size());
  }

  @Test
  void where_releases_free_nothing_they_end() {
    heap.others = 0.97;
    for (int i = 0; i < 100; i++) {
      add("u" + i, false, false, i);
    }
    relieveTwice();
    int once = released.size();
    assertEquals(99, once, "nothing of them is in memory: all but the newest can go");
    addRead(2);
    relieveTwice();
    assertEquals(2, released.size() - once);
  }

  @Test
  void the_last_run_stays() {
    heap.others = 0.97;
    addRead(1);
    relieveTwice();
    assertEquals(1, runs.size());
  }
}
