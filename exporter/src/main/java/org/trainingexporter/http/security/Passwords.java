package org.trainingexporter.http.security;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.BCrypt.Version;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Verifies passwords against bcrypt hashes, in constant time. As bcrypt is slow on purpose, the
 * last right password of each user is kept as a salted hash. Safe for many threads.
 */
final class Passwords {
  private final Map<String, String> hashes;
  private final List<String> unknownUsersHashes;
  private final Map<String, byte[]> verified = new ConcurrentHashMap<>();
  private final byte[] salt = new byte[32];
  private final BCrypt.Verifyer bcrypt =
      BCrypt.verifyer(Version.VERSION_2Y, LongPasswordStrategies.truncate(Version.VERSION_2Y));

  Passwords(Map<String, String> hashes) {
    this.hashes = Map.copyOf(hashes);
    new SecureRandom().nextBytes(salt);
    unknownUsersHashes = hashes.values().stream().map(Passwords::withoutPassword).toList();
  }

  /**
   * A hash of the same cost that no known password has, verified for unknown users: neither the
   * time nor its spread reveals which users exist.
   */
  private static String withoutPassword(String hash) {
    int digest = hash.length() - 53;
    return hash.substring(0, digest)
        + "IkHClEfqz7Jnu7VCMT7AIu" // a salt
        + "4Wv.enqvxg10.vL4hiy9YYQ/bH3NUwS";
  }

  /** Whether these were verified before. Fast. */
  boolean known(Credentials given) {
    byte[] seen = verified.get(given.name());
    return seen != null && MessageDigest.isEqual(seen, digest(given.password()));
  }

  /** Takes as long as the cost of the hash demands, and occupies a core. */
  boolean verify(Credentials given) {
    boolean right =
        bcrypt.verify(
                given.password().getBytes(StandardCharsets.UTF_8),
                hash(given.name()).getBytes(StandardCharsets.US_ASCII))
            .verified;
    if (right && hashes.containsKey(given.name())) {
      verified.put(given.name(), digest(given.password()));
      return true;
    }
    return false;
  }

  /** For an unknown user always the same one, whose cost is that of one of the users. */
  String hash(String user) {
    int one = Math.floorMod(ByteBuffer.wrap(digest(user)).getInt(), unknownUsersHashes.size());
    return hashes.getOrDefault(user, unknownUsersHashes.get(one));
  }

  private byte[] digest(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      return digest.digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
