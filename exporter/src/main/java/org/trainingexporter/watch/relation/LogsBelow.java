package org.trainingexporter.watch.relation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.trainingexporter.parse.format.LogKind;
import org.trainingexporter.watch.find.FoundLog;
import org.trainingexporter.watch.log.LogRole;
import org.trainingexporter.watch.relation.NewLogs.Follower;

/**
 * Logs in directories such as {@code wandb} below a run that tell its training once more. One of a
 * kind of more trust leads instead, where the run is new. One thread.
 */
final class LogsBelow {
  private final LogRelations relations;
  private final Collection<FoundLog> known;
  private final List<FoundLog> leading;
  private final List<Follower> followers;

  /**
   * @param known logs that lead a run already
   * @param leading logs that are about to, and {@code followers} theirs; both change
   */
  LogsBelow(
      LogRelations relations,
      Collection<FoundLog> known,
      List<FoundLog> leading,
      List<Follower> followers) {
    this.relations = relations;
    this.known = known;
    this.leading = leading;
    this.followers = followers;
  }

  /** Adds those that tell the training of a leading log. */
  void add(List<FoundLog> below, double now) {
    for (FoundLog log : below.stream().sorted(LogRelations.LEADING_FIRST).toList()) {
      if (log.trains()) {
        Stream.concat(known.stream(), List.copyOf(leading).stream())
            .filter(l -> !hasOfKind(l, log.kind()) && relations.repeatsFromAfar(log, l, now))
            .findFirst()
            .ifPresent(leader -> add(log, leader));
      }
    }
  }

  /** Of one kind they are trainings of their own. */
  private boolean hasOfKind(FoundLog leader, LogKind kind) {
    return leader.kind() == kind
        || followers.stream().anyMatch(f -> f.leader().equals(leader) && f.log().kind() == kind);
  }

  private void add(FoundLog log, FoundLog leader) {
    boolean leads = leading.contains(leader) && log.kind().compareTo(leader.kind()) < 0;
    if (!leads) {
      followers.add(new Follower(log, leader, LogRole.REPEATS));
      return;
    }
    leading.set(leading.indexOf(leader), log);
    List<Follower> all = new ArrayList<>();
    all.add(new Follower(leader, log, LogRole.REPEATS));
    for (Follower f : followers) {
      all.add(f.leader().equals(leader) ? new Follower(f.log(), log, f.role()) : f);
    }
    followers.clear();
    followers.addAll(all);
  }
}
