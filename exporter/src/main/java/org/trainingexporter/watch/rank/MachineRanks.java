package org.trainingexporter.watch.rank;

import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The ranks of one training that lie in the directory of one machine. One thread. */
final class MachineRanks {
  private final NavigableSet<Integer> numbers = new TreeSet<>();

  void add(int rank) {
    numbers.add(rank);
  }

  boolean hasFirst() {
    return numbers.contains(0);
  }

  /** Whether a rank is in both. */
  boolean collidesWith(MachineRanks other) {
    return numbers.stream().anyMatch(other.numbers::contains);
  }

  /** Whether these are the ranks of another machine that has as many as the first, which is it. */
  boolean isShareLike(MachineRanks first) {
    int size = first.numbers.size();
    return first.isWithoutGap()
        && isWithoutGap()
        && numbers.size() == size
        && numbers.first() % size == 0;
  }

  private boolean isWithoutGap() {
    return numbers.last() - numbers.first() + 1 == numbers.size();
  }

  /** Whether those of all machines are all ranks from 0 on. */
  static boolean areWhole(Collection<MachineRanks> machines) {
    MachineRanks all = new MachineRanks();
    machines.forEach(machine -> all.numbers.addAll(machine.numbers));
    return all.hasFirst() && all.isWithoutGap();
  }
}
