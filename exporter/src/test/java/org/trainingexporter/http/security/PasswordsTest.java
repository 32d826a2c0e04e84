package org.trainingexporter.http.security;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.BCrypt.Version;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PasswordsTest {
  private static final Credentials GOOD = new Credentials("prometheus", "hunter2");

  private final Passwords passwords = new Passwords(Map.of("prometheus", hash(Version.VERSION_2B)));

  @Test
  void knows_a_password_only_once_it_was_verified() {
    assertFalse(passwords.known(GOOD));
    assertTrue(passwords.verify(GOOD));
    assertTrue(passwords.known(GOOD));
  }

  @Test
  void never_knows_a_wrong_password_or_name() {
    assertTrue(passwords.verify(GOOD));

    for (Credentials wrong :
        new Credentials[] {
          new Credentials("prometheus", "hunter3"),
          new Credentials("prometheus", ""),
          new Credentials("prometheus", "hunter2".repeat(100)),
          new Credentials("Prometheus", "hunter2"),
        }) {
      assertFalse(passwords.known(wrong), wrong.toString());
      assertFalse(passwords.verify(wrong), wrong.toString());
      assertFalse(passwords.known(wrong), wrong.toString());
    }
  }

  @Test
  void verifies_hashes_of_each_writer() {
    for (Version version :
        new Version[] {Version.VERSION_2A, Version.VERSION_2B, Version.VERSION_2Y}) {
      assertTrue(new Passwords(Map.of("prometheus", hash(version))).verify(GOOD));
    }
  }

  private static String hash(Version version) {
    return BCrypt.with(version).hashToString(4, "hunter2".toCharArray());
  }
}
