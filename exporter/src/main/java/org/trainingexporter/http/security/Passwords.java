package org.trainingexporter.http.security;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.BCrypt.Version;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks passwords against bcrypt hashes, in constant time. bcrypt is slow on purpose, so the last
 * good password of each user is remembered, as a salted hash. Safe for many threads.
 */
final class Passwords {
  /** Hashed for names that do not exist, so that the time taken does not tell them apart. */
  private static final String NOBODYS =
      "$2y$10$IkHClEfqz7Jnu7VCMT7AIu4Wv.enqvxg10.vL4hiy9YYQ/bH3NUwS";

  private final Map<String, String> hashes;
  private final Map<String, byte[]> verified = new ConcurrentHashMap<>();
  private final byte[] salt = new byte[32];
  private final BCrypt.Verifyer bcrypt =
      BCrypt.verifyer(Version.VERSION_2Y, LongPasswordStrategies.truncate(Version.VERSION_2Y));

  Passwords(Map<String, String> hashes) {
    this.hashes = hashes;
    new SecureRandom().nextBytes(salt);
  }

  /** Whether these were verified before; quick. */
  boolean known(Credentials given) {
    byte[] seen = verified.get(given.name());
    return seen != null && MessageDigest.isEqual(seen, digest(given.password()));
  }

  /** Takes as long as the hash's cost says. One at a time: it is meant to eat a core. */
  synchronized boolean verify(Credentials given) {
    String hash = hashes.getOrDefault(given.name(), NOBODYS);
    boolean right =
        bcrypt.verify(
                given.password().getBytes(StandardCharsets.UTF_8),
                hash.getBytes(StandardCharsets.US_ASCII))
            .verified;
    if (right && hashes.containsKey(given.name())) {
      verified.put(given.name(), digest(given.password()));
      return true;
    }
    return false;
  }

  private byte[] digest(String password) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      return digest.digest(password.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
