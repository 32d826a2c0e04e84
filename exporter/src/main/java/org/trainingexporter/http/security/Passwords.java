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
 * Verifies passwords against bcrypt hashes, in constant time. As bcrypt is slow on purpose, the
 * last right password of each user is kept as a salted hash. Safe for many threads.
 */
final class Passwords {
  /** Verified for unknown users, so that the time does not reveal which users exist. */
  private static final String UNKNOWN_USERS_HASH =
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

  /** Whether these were verified before. Fast. */
  boolean known(Credentials given) {
    byte[] seen = verified.get(given.name());
    return seen != null && MessageDigest.isEqual(seen, digest(given.password()));
  }

  /** Takes as long as the cost of the hash demands. One call at a time, as it occupies a core. */
  synchronized boolean verify(Credentials given) {
    String hash = hashes.getOrDefault(given.name(), UNKNOWN_USERS_HASH);
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
