package org.trainingexporter.gpu.join;

import java.util.List;
import org.trainingexporter.gpu.reading.Gpu;
import org.trainingexporter.process.WatchedRun;

/** Finds out which card works for which run. Each pair is returned once. */
public interface RunJoin {
  List<RunGpu> join(List<Gpu> gpus, List<WatchedRun> runs);
}
