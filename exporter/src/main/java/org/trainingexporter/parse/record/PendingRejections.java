package org.trainingexporter.parse.record;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.section.RejectionSink;

/** What was rejected of a record, reported once it is certain that the record is kept. */
final class PendingRejections implements RejectionSink {
  /** Only so many of a record's rejections are described in words. */
  private static final int MOST_DESCRIBED = 100;

  private static final List<PendingRejection> UNDESCRIBED =
      Stream.of(Rejection.values())
          .map(r -> new PendingRejection(r, "", "further values"))
          .toList();

  private final List<PendingRejection> rejected = new ArrayList<>();

  private record PendingRejection(Rejection reason, String key, String detail) {}

  @Override
  public void reject(Rejection reason, String key, String detail) {
    boolean described = rejected.size() < MOST_DESCRIBED;
    rejected.add(
        described ? new PendingRejection(reason, key, detail) : UNDESCRIBED.get(reason.ordinal()));
  }

  void clear() {
    rejected.clear();
  }

  /** Reports all of them and clears the list. */
  void report(LogRecord record, RejectionListener to) {
    if (!rejected.isEmpty()) {
      rejected.forEach(r -> to.rejected(r.reason, record.line(), r.key, r.detail));
      rejected.clear();
    }
  }
}
