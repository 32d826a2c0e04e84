package org.trainingexporter.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.testing.ChildJvm;

/** Each case runs as a user whom permissions bind; what it says of itself is compared. */
final class PermissionsTest {
  @TempDir private Path root;

  private void assertSays(String expected, String scenario) throws Exception {
    ChildJvm child = ChildJvm.asOrdinaryUser().run(Permissions.class, scenario, root.toString());
    assertEquals(expected, child.output().strip());
  }

  @Test
  void a_log_whose_permission_is_lost_waits_and_is_read_on_when_it_is_regained() throws Exception {
    assertSays(
        "2 lines; lost: 2, readable false, lag counted; regained: 4; told 2 times",
        "lost-and-regained");
  }

  @Test
  void a_log_that_was_never_readable_appears_when_it_is() throws Exception {
    assertSays("runs [open]; then [closed, open]; told 1 times", "closed-at-first");
  }

  @Test
  void a_document_that_was_closed_is_read_though_nothing_is_written_to_it() throws Exception {
    assertSays("5.0; lost: 5.0; regained: 10.0", "document");
  }

  @Test
  void a_directory_without_permission_hides_no_other() throws Exception {
    assertSays("runs [open]; then [closed, open]", "closed-directory");
  }

  @Test
  void a_watched_directory_without_permission_says_so() throws Exception {
    assertSays("[false]; [true] 1", "closed-root");
  }

  @Test
  void a_rotated_file_without_permission_hides_not_the_log() throws Exception {
    assertSays("step 2.0 of 1 records", "closed-past");
  }
}
