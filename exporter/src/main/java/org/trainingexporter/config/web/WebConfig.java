package org.trainingexporter.config.web;

import java.util.Map;
import java.util.Optional;

/**
 * What a web config file asks for.
 *
 * @param headers to add to each response
 * @param http2 whether HTTP/2 is offered; only over TLS, as browsers have it
 * @param users name to bcrypt hash; empty means that no password is asked for
 */
public record WebConfig(
    Optional<Tls> tls, Map<String, String> headers, boolean http2, Map<String, String> users) {

  /** Plain HTTP, open to all. */
  public static final WebConfig NONE = new WebConfig(Optional.empty(), Map.of(), false, Map.of());
}
