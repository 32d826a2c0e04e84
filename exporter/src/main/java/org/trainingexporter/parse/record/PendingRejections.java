package org.trainingexporter.parse.record;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.section.RejectionSink;

/** What was rejected of a record, told once it is known that the record stands. */
final class PendingRejections implements RejectionSink {
  /** Of a record that is wrong from end to end only so many are told in words. */
  private static final int MOST_TOLD = 100;

  private static final List<PendingRejection> UNTOLD =
      Stream.of(Rejection.values())
          .map(r -> new PendingRejection(r, "", "further values"))
          .toList();

  private final List<PendingRejection> rejected = new ArrayList<>();

  private record PendingRejection(Rejection reason, String key, String detail) {}

  @Override
  public void reject(Rejection reason, String key, String detail) {
    boolean told = rejected.size() < MOST_TOLD;
    rejected.add(told ? new PendingRejection(reason, key, detail) : UNTOLD.get(reason.ordinal()));
  }

  void clear() {
    rejected.clear();
  }

  /** Tells all of them, and forgets them. */
  void report(LogRecord record, RejectionListener to) {
    if (!rejected.isEmpty()) {
      rejected.forEach(r -> to.rejected(r.reason, record.line(), r.key, r.detail));
      rejected.clear();
    }
  }
}
