package org.trainingexporter.http.api.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

final class StreamClientTest {
  /** The ticks in which a client is sent something, of those in which there is something new. */
  private static List<Long> sent(LongPredicate isNew) {
    StreamClient client = new StreamClient(null, List.of(), List.of(), 0);
    List<Long> sent = new ArrayList<>();
    for (long tick = 0; tick < 8; tick++) {
      if (client.isDue(tick) && isNew.test(tick)) {
        client.send(List.of(), "", tick);
        sent.add(tick);
      }
    }
    return sent;
  }

  @Test
  void what_is_always_new_is_sent_every_other_time() {
    assertEquals(List.of(0L, 2L, 4L, 6L), sent(tick -> true));
  }

  @Test
  void what_is_new_now_and_then_is_sent_at_once() {
    assertEquals(List.of(0L, 3L, 6L), sent(tick -> tick % 3 == 0));
  }
}
