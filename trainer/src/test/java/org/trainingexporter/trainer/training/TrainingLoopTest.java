package org.trainingexporter.trainer.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.trainer.data.Examples;
import org.trainingexporter.trainer.data.Spiral;
import org.trainingexporter.trainer.monitor.TrainingMonitor;
import org.trainingexporter.trainer.settings.TrainingSettings;

final class TrainingLoopTest {
  @TempDir private Path directory;

  @Test
  void a_step_leaves_no_array_behind() throws Exception {
    TrainingSettings settings = TrainingSettings.read(new JsonMapper().readTree("{\"clip\":0.1}"));
    Examples.Split data = Spiral.draw(new Random(1)).split(new Random(1));
    try (TrainingMonitor monitor = new TrainingMonitor(directory, 10);
        TrainingLoop course = new TrainingLoop(settings, data, monitor)) {
      int before = 0;
      for (int i = 1; i <= 500; i++) {
        course.train(course.order(0), 0, 0.001);
        before = i == 50 ? arrays(course) : before;
      }
      assertEquals(before, arrays(course));
    }
  }

  /** All that the engine holds for this process. */
  private static int arrays(TrainingLoop course) {
    NDManager top = course.trainer().getManager();
    while (top.getParentManager() != null && top.getParentManager() != top) {
      top = top.getParentManager();
    }
    return top.getManagedArrays().size();
  }
}
