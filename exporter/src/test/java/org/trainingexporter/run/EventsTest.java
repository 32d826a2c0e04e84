package org.trainingexporter.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.run.event.EventLog;
import org.trainingexporter.run.event.EventLog.EventType;
import org.trainingexporter.run.event.RunEvent;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

/** Which of many events are kept, and what they say. */
final class EventsTest {
  @TempDir private Path root;
  private WatchedDirectory logs;
  private final EventLog events = new EventLog();

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  private void add(EventType type, int times) {
    for (int i = 0; i < times; i++) {
      events.add(type, i, i, "");
    }
  }

  private List<String> ids(String type) {
    return events.snapshot().stream().map(RunEvent::id).filter(id -> id.startsWith(type)).toList();
  }

  @Test
  void of_fifty_events_twenty_are_validations_and_fifteen_warnings_at_most() {
    add(EventType.START, 1);
    add(EventType.VALIDATION, 300);
    add(EventType.WARNING, 300);
    add(EventType.CHECKPOINT, 14);
    assertEquals(50, events.snapshot().size());
    assertEquals(20, ids("validation").size());
    assertEquals("validation-281", ids("validation").get(0));
    assertEquals(15, ids("warning").size());
    assertEquals("warning-286", ids("warning").get(0));
  }

  @Test
  void validations_and_warnings_push_nothing_else_out() {
    add(EventType.START, 1);
    add(EventType.ERROR, 10);
    add(EventType.REWIND, 5);
    add(EventType.CHECKPOINT, 24);
    add(EventType.BEST, 5);
    add(EventType.VALIDATION, 300);
    add(EventType.WARNING, 300);
    assertEquals(10, ids("error").size());
    assertEquals(5, ids("rewind").size());
    assertEquals(24, ids("checkpoint").size());
    assertEquals(5, ids("best").size());
    assertEquals(List.of("start-1"), ids("start"));
    assertEquals(50, events.snapshot().size());
  }

  @Test
  void of_the_others_the_most_frequent_give_way() {
    add(EventType.START, 1);
    add(EventType.ERROR, 2);
    add(EventType.CHECKPOINT, 200);
    add(EventType.END, 1);
    assertEquals(46, ids("checkpoint").size());
    assertEquals(List.of("error-1", "error-2"), ids("error"));
    assertEquals(List.of("start-1"), ids("start"));
    assertEquals("end-1", events.snapshot().get(49).id());
  }

  @Test
  void a_validation_says_what_is_known_of_it() throws IOException {
    logs.write(
        "train.jsonl",
        Lines.train(1)
            + "{\"step\":1,\"eval_loss\":1.93,\"eval_perplexity\":6.89,\"eval_accuracy\":0.614}\n");
    List<String> messages =
        logs.pollLater().run().events().stream().map(RunEvent::message).toList();
    assertTrue(
        messages.contains("validation loss 1.9300, perplexity 6.8900, accuracy 0.61400"),
        () -> messages.toString());
  }

  @Test
  void a_validation_of_accuracy_alone_says_it() throws IOException {
    logs.write("train.jsonl", Lines.train(1) + "{\"step\":1,\"eval_accuracy\":61.4}\n");
    assertEquals("validation accuracy 61.400", logs.pollLater().run().events().get(1).message());
  }
}
