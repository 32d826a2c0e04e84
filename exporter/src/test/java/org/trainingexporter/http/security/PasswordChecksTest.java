package org.trainingexporter.http.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class PasswordChecksTest {
  private static final Credentials GOOD = new Credentials("prometheus", "hunter2");

  private final Passwords passwords = ofCost(12);

  private static Passwords ofCost(int cost) {
    return new Passwords(
        Map.of("prometheus", BCrypt.withDefaults().hashToString(cost, "hunter2".toCharArray())));
  }

  @Test
  void credentials_given_twice_are_verified_once() throws Exception {
    Passwords slow = ofCost(14); // not over before it is asked for again
    try (PasswordChecks checks = new PasswordChecks(slow)) {
      InetAddress client = InetAddress.getByName("10.0.0.1");
      CompletableFuture<Boolean> first = checks.verify(GOOD, client).orElseThrow();

      assertSame(first, checks.verify(GOOD, InetAddress.getByName("10.0.0.2")).orElseThrow());
      assertTrue(first.join());
      assertTrue(slow.known(GOOD));
    }
  }

  @Test
  void few_of_a_client_wait_and_another_client_comes_in() throws Exception {
    try (PasswordChecks checks = new PasswordChecks(passwords)) {
      InetAddress attacker = InetAddress.getByName("10.0.0.1");
      int accepted = 0;
      for (int i = 0; i < 50; i++) {
        Optional<?> one = checks.verify(new Credentials("prometheus", "wrong" + i), attacker);
        accepted += one.isPresent() ? 1 : 0;
      }
      assertTrue(accepted <= PasswordChecks.MOST_OF_A_CLIENT + 1, "accepted " + accepted);
      assertTrue(checks.verify(GOOD, InetAddress.getByName("10.0.0.2")).orElseThrow().join());
    }
  }

  @Test
  void wrong_password_is_told_as_such() throws Exception {
    try (PasswordChecks checks = new PasswordChecks(passwords)) {
      Credentials wrong = new Credentials("prometheus", "hunter3");

      assertFalse(checks.verify(wrong, InetAddress.getByName("10.0.0.1")).orElseThrow().join());
    }
  }

  @Test
  void unknown_user_costs_what_the_users_cost() {
    assertEquals("$2a$12$", passwords.hash("nobody").substring(0, 7));
    assertEquals(passwords.hash("nobody"), passwords.hash("nobody"));
    assertFalse(passwords.verify(new Credentials("nobody", "hunter2")));
  }
}
