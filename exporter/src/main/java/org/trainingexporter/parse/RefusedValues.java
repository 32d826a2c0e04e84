package org.trainingexporter.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Refusal;
import org.trainingexporter.event.Refusals;

/** What was refused of a record, told once it is known that the record stands. */
final class RefusedValues implements Complaints {
  /** Of a record that is wrong from end to end only so many are told in words. */
  private static final int MOST_TOLD = 100;

  private static final List<Refused> UNTOLD =
      Stream.of(Refusal.values()).map(r -> new Refused(r, "", "further values")).toList();

  private final List<Refused> refused = new ArrayList<>();

  private record Refused(Refusal reason, String key, String detail) {}

  @Override
  public void refuse(Refusal reason, String key, String detail) {
    boolean told = refused.size() < MOST_TOLD;
    refused.add(told ? new Refused(reason, key, detail) : UNTOLD.get(reason.ordinal()));
  }

  void clear() {
    refused.clear();
  }

  /** Tells all of them, and forgets them. */
  void report(LogRecord record, Refusals to) {
    if (!refused.isEmpty()) {
      refused.forEach(r -> to.refused(r.reason, record.line(), r.key, r.detail));
      refused.clear();
    }
  }
}
