package org.trainingexporter.config.web;

import java.util.Map;
import java.util.Optional;

/**
 * The content of a web config file, checked.
 *
 * @param headers to add to every response
 * @param http2 whether HTTP/2 is offered; over TLS only, like browsers use it
 * @param users names to bcrypt hashes; if empty, no password is required
 * @param rateLimit of all requests; none if empty
 */
public record WebConfig(
    Optional<Tls> tls,
    Map<String, String> headers,
    boolean http2,
    Map<String, String> users,
    Optional<RateLimit> rateLimit) {

  /** Plain HTTP without passwords. */
  public static final WebConfig NONE =
      new WebConfig(Optional.empty(), Map.of(), false, Map.of(), Optional.empty());
}
