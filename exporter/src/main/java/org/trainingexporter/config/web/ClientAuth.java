package org.trainingexporter.config.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xnio.SslClientAuthMode;

/** The values of {@code client_auth_type}: whether clients need a certificate. */
enum ClientAuth {
  NO_CLIENT_CERT("NoClientCert", SslClientAuthMode.NOT_REQUESTED, true),
  REQUEST_CLIENT_CERT("RequestClientCert", SslClientAuthMode.REQUESTED, false),
  REQUIRE_ANY_CLIENT_CERT("RequireAnyClientCert", SslClientAuthMode.REQUIRED, false),
  VERIFY_CLIENT_CERT_IF_GIVEN("VerifyClientCertIfGiven", SslClientAuthMode.REQUESTED, true),
  REQUIRE_AND_VERIFY_CLIENT_CERT("RequireAndVerifyClientCert", SslClientAuthMode.REQUIRED, true);

  static final String NAMES =
      Arrays.stream(values()).map(ClientAuth::text).collect(Collectors.joining(", "));

  private final String text;
  private final SslClientAuthMode mode;
  private final boolean verified;

  ClientAuth(String text, SslClientAuthMode mode, boolean verified) {
    this.text = text;
    this.mode = mode;
    this.verified = verified;
  }

  static Optional<ClientAuth> named(String name) {
    // The toolkit's older name.
    String known = name.equals("RequireClientCert") ? REQUIRE_ANY_CLIENT_CERT.text : name;
    return Arrays.stream(values()).filter(type -> type.text.equals(known)).findFirst();
  }

  String text() {
    return text;
  }

  SslClientAuthMode mode() {
    return mode;
  }

  boolean verified() {
    return verified;
  }
}
