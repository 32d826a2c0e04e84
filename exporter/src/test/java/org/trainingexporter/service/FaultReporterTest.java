package org.trainingexporter.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;
import org.trainingexporter.testing.LinesLogger;

final class FaultReporterTest {
  private final LinesLogger log = new LinesLogger();
  private final FaultReporter faults = new FaultReporter(log);

  @Test
  void a_fault_is_logged_once_however_often_it_happens() {
    faults.failed(Level.WARN, "no disk");
    faults.failed(Level.WARN, "no disk");
    faults.failed(Level.ERROR, "no memory");
    faults.failed(Level.WARN, "no disk");

    assertEquals(List.of("WARN no disk", "ERROR no memory"), log.lines());
  }

  @Test
  void the_recovery_is_logged_once_and_only_after_a_fault() {
    faults.recovered("works");
    assertFalse(faults.hasFailed());
    faults.failed(Level.WARN, "no disk");
    assertTrue(faults.hasFailed());
    faults.recovered("works");
    faults.recovered("works");

    assertFalse(faults.hasFailed());
    assertEquals(List.of("WARN no disk", "INFO works"), log.lines());
  }

  @Test
  void after_a_recovery_the_same_fault_is_logged_again() {
    faults.failed(Level.WARN, "no disk");
    faults.recovered();
    faults.failed(Level.WARN, "no disk");

    assertEquals(List.of("WARN no disk", "WARN no disk"), log.lines());
  }

  @Test
  void one_fault_in_other_words_is_the_same_fault() {
    faults.failed(Level.WARN, "disk", "3 bytes lost");
    faults.failed(Level.WARN, "disk", "4 bytes lost");

    assertEquals(List.of("WARN 3 bytes lost"), log.lines());
  }

  @Test
  void the_trace_follows_the_first_message_at_debug() {
    faults.failed(Level.ERROR, "broken", new IllegalStateException());
    faults.failed(Level.ERROR, "broken", new IllegalStateException());

    assertEquals(List.of("ERROR broken", "DEBUG where"), log.lines());
  }

  @Test
  void braces_in_a_message_are_text() {
    faults.failed(Level.WARN, "{}: bad {name}");
    faults.recovered("{} works");

    assertEquals(List.of("WARN {}: bad {name}", "INFO {} works"), log.lines());
  }

  @Test
  void after_so_many_faults_it_falls_silent_until_a_recovery() {
    FaultReporter few = new FaultReporter(log, 2, "no more");
    for (int i = 1; i <= 4; i++) {
      few.failed(Level.WARN, "fault " + i);
    }
    assertTrue(few.isMuted());
    assertEquals(List.of("WARN fault 1", "WARN fault 2", "WARN no more"), log.lines());

    few.recovered("works");
    few.failed(Level.WARN, "fault 5");
    assertFalse(few.isMuted());
    assertEquals(List.of("INFO works", "WARN fault 5"), log.lines().subList(3, 5));
  }
}
