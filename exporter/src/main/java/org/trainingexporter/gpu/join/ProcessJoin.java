package org.trainingexporter.gpu.join;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.trainingexporter.gpu.reading.Gpu;
import org.trainingexporter.process.ProcFs;
import org.trainingexporter.process.ProcessOwner;
import org.trainingexporter.process.WatchedRun;

/** Joins by the processes on a card: each names the runs that it works for. */
public final class ProcessJoin implements RunJoin {
  private final ProcFs proc;

  public ProcessJoin(ProcFs proc) {
    this.proc = proc;
  }

  @Override
  public List<RunGpu> join(List<Gpu> gpus, List<WatchedRun> runs) {
    if (gpus.stream().allMatch(gpu -> gpu.processes().isEmpty())) {
      return List.of();
    }
    ProcessOwner owner = new ProcessOwner(proc, runs);
    Map<Long, Set<String>> known = new HashMap<>();
    List<RunGpu> joins = new ArrayList<>();
    for (Gpu gpu : gpus) {
      Set<String> names = new TreeSet<>();
      gpu.processes().forEach(pid -> names.addAll(known.computeIfAbsent(pid, owner::of)));
      names.forEach(name -> joins.add(new RunGpu(name, gpu.index(), gpu.uuid())));
    }
    return joins;
  }
}
