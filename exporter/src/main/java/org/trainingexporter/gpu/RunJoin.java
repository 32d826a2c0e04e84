package org.trainingexporter.gpu;

import java.util.List;

/** Tells which card works for which run; a pair appears once. */
interface RunJoin {
  List<RunGpu> join(List<Gpu> gpus, List<WatchedRun> runs);
}
