package org.trainingexporter.watch;

import java.util.EnumMap;
import java.util.Map;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.event.RunEvent;
import org.trainingexporter.run.goodput.GoodputSnapshot;
import org.trainingexporter.run.health.HealthSnapshot;
import org.trainingexporter.run.position.ScheduleSnapshot;
import org.trainingexporter.run.rank.RanksSnapshot;
import org.trainingexporter.run.signal.SignalsSnapshot;
import org.trainingexporter.run.signal.SignalsSnapshot.SignalSnapshot;
import org.trainingexporter.run.time.TimesSnapshot;

/** A snapshot without what does not follow from the log's records alone. */
final class TimelessSnapshot {
  private static final double UNKNOWN = Double.NaN;

  private TimelessSnapshot() {}

  /** Without the free space, which others change. */
  static RunSnapshot withoutSpace(RunSnapshot s) {
    return with(s, s.times(), s.signals(), s.schedule());
  }

  /** Without times and what is measured from them. */
  static RunSnapshot of(RunSnapshot s) {
    ScheduleSnapshot p = s.schedule();
    RunSnapshot timeless =
        with(
            s,
            new TimesSnapshot(
                UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, s.times().eta(), s.times().origin()),
            withoutMeasuredSpeeds(s.signals()),
            new ScheduleSnapshot(p.steps(), p.epochs(), p.warmupSteps(), UNKNOWN, p.highestRate()));
    return withoutTimes(timeless);
  }

  private static SignalsSnapshot withoutMeasuredSpeeds(SignalsSnapshot s) {
    Map<Signal, SignalSnapshot> rest = new EnumMap<>(s.bySignal());
    rest.remove(Signal.STEPS_PER_SECOND);
    rest.remove(Signal.TOKENS_PER_SECOND);
    return new SignalsSnapshot(rest);
  }

  private static RunSnapshot withoutTimes(RunSnapshot s) {
    var health =
        s.health().stream()
            .map(
                h ->
                    new HealthSnapshot(
                        h.signal(),
                        h.seen(),
                        h.finite(),
                        h.nonFinite(),
                        UNKNOWN,
                        h.spikes(),
                        UNKNOWN))
            .toList();
    var events =
        s.events().stream()
            .map(e -> new RunEvent(e.id(), e.type(), UNKNOWN, e.step(), e.message()))
            .toList();
    return new RunSnapshot(
        s.identity(),
        s.position(),
        s.times(),
        s.signals(),
        s.schedule(),
        s.validation(),
        s.counts(),
        health,
        s.warnings(),
        events,
        Map.of(),
        s.checkpoints(),
        s.freeBytes(),
        s.experts(),
        s.deadExperts(),
        s.layers(),
        s.values(),
        s.valuesDropped(),
        s.settings(),
        s.ownName(),
        GoodputSnapshot.UNTIMED,
        s.forecast(),
        s.costTerms(),
        RanksSnapshot.NONE,
        s.host());
  }

  private static RunSnapshot with(
      RunSnapshot s, TimesSnapshot times, SignalsSnapshot signals, ScheduleSnapshot schedule) {
    return new RunSnapshot(
        s.identity(),
        s.position(),
        times,
        signals,
        schedule,
        s.validation(),
        s.counts(),
        s.health(),
        s.warnings(),
        s.events(),
        s.eventTimes(),
        s.checkpoints(),
        UNKNOWN,
        s.experts(),
        s.deadExperts(),
        s.layers(),
        s.values(),
        s.valuesDropped(),
        s.settings(),
        s.ownName(),
        GoodputSnapshot.UNTIMED,
        s.forecast(),
        s.costTerms(),
        s.ranks(),
        s.host());
  }
}
