package org.trainingexporter.reload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.testing.ManualClock;

final class ReloaderTest {
  @TempDir private Path directory;
  private final ManualClock clock = new ManualClock();
  private final Reloader reloader = new Reloader(clock);
  private final List<String> effects = new ArrayList<>();
  private Optional<String> problem = Optional.empty();

  private Runnable readSecond() {
    problem.ifPresent(
        text -> {
          throw new IllegalArgumentException(text);
        });
    return () -> effects.add("second");
  }

  @Test
  void all_parts_are_in_effect_and_the_time_is_kept() {
    reloader.add("first", () -> () -> effects.add("first"));
    reloader.add("second", this::readSecond);
    clock.advance(Duration.ofSeconds(5));
    Instant now = clock.instant();
    assertEquals(Optional.empty(), reloader.reload("test"));
    clock.advance(Duration.ofSeconds(5));
    assertEquals(List.of("first", "second"), effects);
    assertEquals(new ReloadState(true, now), reloader.state());
  }

  @Test
  void one_bad_file_keeps_everything_as_it_is_and_a_good_one_mends_it() {
    Instant start = clock.instant();
    reloader.add("first", () -> () -> effects.add("first"));
    reloader.add("second", this::readSecond);
    problem = Optional.of("web.yml: users: wrong");
    clock.advance(Duration.ofSeconds(5));
    assertEquals(problem, reloader.reload("test"));
    assertEquals(List.of(), effects);
    assertEquals(new ReloadState(false, start), reloader.state());
    problem = Optional.empty();
    reloader.reload("test");
    assertTrue(reloader.state().successful());
  }

  @Test
  void a_file_that_is_written_replaced_or_removed_has_changed() throws IOException {
    Path file = Files.writeString(directory.resolve("web.yml"), "a");
    WatchedFiles files = new WatchedFiles(() -> List.of(file));
    assertFalse(files.changed());
    Files.writeString(file, "ab");
    assertTrue(files.changed());
    assertFalse(files.changed());
    Path other = Files.writeString(directory.resolve("new"), "ac");
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    assertTrue(files.changed());
    Files.delete(file);
    assertTrue(files.changed());
  }

  @Test
  void a_link_that_leads_elsewhere_has_changed() throws IOException {
    Path one = Files.createDirectory(directory.resolve("..one"));
    Path two = Files.createDirectory(directory.resolve("..two"));
    for (Path data : List.of(one, two)) {
      Files.writeString(data.resolve("tls.crt"), "same");
    }
    Path link = Files.createSymbolicLink(directory.resolve("..data"), one);
    WatchedFiles files = new WatchedFiles(() -> List.of(link.resolve("tls.crt")));
    Files.delete(link);
    Files.createSymbolicLink(link, two);
    assertTrue(files.changed());
  }
}
