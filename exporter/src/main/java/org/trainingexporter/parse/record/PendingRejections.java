package org.trainingexporter.parse.record;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.section.RejectionSink;

/** What was refused of a record, told once it is known that the record stands. */
final class PendingRejections implements RejectionSink {
  /** Of a record that is wrong from end to end only so many are told in words. */
  private static final int MOST_TOLD = 100;

  private static final List<PendingRejection> UNTOLD =
      Stream.of(Rejection.values())
          .map(r -> new PendingRejection(r, "", "further values"))
          .toList();

  private final List<PendingRejection> refused = new ArrayList<>();

  private record PendingRejection(Rejection reason, String key, String detail) {}

  @Override
  public void refuse(Rejection reason, String key, String detail) {
    boolean told = refused.size() < MOST_TOLD;
    refused.add(told ? new PendingRejection(reason, key, detail) : UNTOLD.get(reason.ordinal()));
  }

  void clear() {
    refused.clear();
  }

  /** Tells all of them, and forgets them. */
  void report(LogRecord record, RejectionListener to) {
    if (!refused.isEmpty()) {
      refused.forEach(r -> to.refused(r.reason, record.line(), r.key, r.detail));
      refused.clear();
    }
  }
}
