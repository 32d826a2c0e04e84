package org.trainingexporter.gpu.join;

import java.util.List;
import org.trainingexporter.gpu.reading.Gpu;

/** Tells which card works for which run; a pair appears once. */
public interface RunJoin {
  List<RunGpu> join(List<Gpu> gpus, List<WatchedRun> runs);
}
