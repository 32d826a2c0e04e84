package org.trainingexporter.watch.rank;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whether numbers that names call ranks are of the processes of one training. They may also be the
 * ranks of matrices, one for each of several trainings: 4, 8, 16. Processes are counted from 0, and
 * a machine of a large training has an even share of them, such as 8 to 15. Once it is so it stays
 * so. One thread.
 */
public final class RankNumbers {
  private final SortedSet<Integer> numbers = new TreeSet<>();
  private boolean ofProcesses;

  /** A name with this number was found. */
  public void add(int rank) {
    numbers.add(rank);
    int size = numbers.size();
    boolean share = numbers.last() - numbers.first() + 1 == size && numbers.first() % size == 0;
    ofProcesses |= size > 1 && (numbers.first() == 0 || share);
  }

  public boolean areOfProcesses() {
    return ofProcesses;
  }
}
