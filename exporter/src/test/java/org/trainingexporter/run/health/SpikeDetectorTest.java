package org.trainingexporter.run.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.trainingexporter.run.position.RecordPosition;
import org.trainingexporter.run.window.RollingWindow;
import org.trainingexporter.testing.Exploration;

class SpikeDetectorTest {
  @Property(tries = 200 * Exploration.TIMES, seed = Exploration.SEED)
  void the_median_is_that_of_the_last_hundred(
      @ForAll @Size(max = 300) List<@IntRange(max = 40) Integer> values) {
    SpikeDetector watch = new SpikeDetector(1.5, 1.25);
    List<Integer> last = new ArrayList<>();
    for (int value : values) {
      watch.add(new RecordPosition(0, 0, 0, 0, 0), value, false);
      last.add(value);
      if (last.size() > 100) {
        last.remove(0);
      }
      double[] sorted = last.stream().mapToDouble(v -> v).sorted().toArray();
      assertEquals(RollingWindow.median(sorted, sorted.length), watch.median());
    }
  }
}
