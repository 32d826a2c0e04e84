package org.trainingexporter.config.web;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.trainingexporter.tls.AnyClient;
import org.trainingexporter.tls.KeyStores;
import org.trainingexporter.tls.PemException;
import org.xnio.Sequence;

/** Reads {@code tls_server_config}. TLS 1.0 and 1.1 are rejected, as Java has them disabled. */
final class TlsSection {
  private static final Set<String> KEYS =
      Set.of(
          "cert_file",
          "key_file",
          "client_auth_type",
          "client_ca_file",
          "min_version",
          "max_version",
          "cipher_suites");

  /** Keys whose values are files. */
  static final List<String> FILES = List.of("cert_file", "key_file", "client_ca_file");

  private static final Map<String, String> UNSUPPORTED =
      Map.of(
          "cert", "use cert_file",
          "key", "use key_file",
          "client_ca", "use client_ca_file",
          "client_allowed_sans", "let client_ca_file sign only the clients that may read",
          "curve_preferences", "Java's own choice holds",
          "prefer_server_cipher_suites", "the server's order always holds");
  private static final List<String> VERSIONS = List.of("TLS12", "TLS13");
  private static final List<String> PROTOCOLS = List.of("TLSv1.2", "TLSv1.3");

  private final WebConfigSection section;

  private TlsSection(WebConfigSection section) {
    this.section = section;
  }

  static Tls read(WebConfigSection section) {
    return new TlsSection(section.allow(KEYS, UNSUPPORTED)).tls();
  }

  private Tls tls() {
    Path certificate = required("cert_file");
    Path key = required("key_file");
    int min = version("min_version", 0);
    int max = version("max_version", 1);
    if (min > max) {
      throw section.wrong("min_version", "TLS13 is above max_version TLS12");
    }
    ClientAuth clients = clients();
    SSLContext context = KeyStores.context(keyManagers(certificate, key), trustManagers(clients));
    return new Tls(
        context,
        Sequence.of(PROTOCOLS.subList(min, max + 1)),
        Sequence.of(cipherSuites(context)),
        clients.mode());
  }

  private Path required(String key) {
    return section.path(key).orElseThrow(() -> section.wrong(key, "is missing"));
  }

  private int version(String key, int absent) {
    Optional<String> name = section.text(key);
    if (name.isEmpty()) {
      return absent;
    }
    int version = VERSIONS.indexOf(name.get());
    if (version < 0) {
      throw section.wrong(key, "\"" + name.get() + "\" is not TLS12 or TLS13");
    }
    return version;
  }

  private ClientAuth clients() {
    String name = section.text("client_auth_type").orElse(ClientAuth.NO_CLIENT_CERT.text());
    ClientAuth clients =
        ClientAuth.named(name)
            .orElseThrow(
                () ->
                    section.wrong(
                        "client_auth_type", "\"" + name + "\" is not one of " + ClientAuth.NAMES));
    if (clients == ClientAuth.NO_CLIENT_CERT && section.text("client_ca_file").isPresent()) {
      throw section.wrong("client_ca_file", "has no effect without client_auth_type");
    }
    return clients;
  }

  private KeyManager[] keyManagers(Path certificate, Path key) {
    try {
      return KeyStores.keyManagers(certificate, key);
    } catch (PemException e) {
      throw section.wrong(e.file().equals(key) ? "key_file" : "cert_file", e.getMessage());
    } catch (IOException | GeneralSecurityException e) {
      throw section.wrong("cert_file", "cannot be used: " + e.getMessage());
    }
  }

  private TrustManager[] trustManagers(ClientAuth clients) {
    try {
      if (!clients.verified()) {
        return new TrustManager[] {new AnyClient()};
      }
      Optional<Path> authorities = section.path("client_ca_file");
      return authorities.isPresent() ? KeyStores.trustManagers(authorities.get()) : null;
    } catch (PemException e) {
      throw section.wrong("client_ca_file", e.getMessage());
    } catch (IOException | GeneralSecurityException e) {
      throw section.wrong("client_ca_file", "cannot be used: " + e.getMessage());
    }
  }

  /** As in the toolkit, the list is for TLS 1.2 only; the suites of TLS 1.3 are always enabled. */
  private List<String> cipherSuites(SSLContext context) {
    List<String> defaults = List.of(context.getDefaultSSLParameters().getCipherSuites());
    List<String> wanted = section.texts("cipher_suites");
    if (wanted.isEmpty()) {
      return defaults;
    }
    List<String> suites = new ArrayList<>(wanted);
    for (String suite : wanted) {
      if (!List.of(context.getSupportedSSLParameters().getCipherSuites()).contains(suite)) {
        throw section.wrong("cipher_suites", "\"" + suite + "\" is not known to this Java");
      }
    }
    defaults.stream().filter(suite -> !suite.contains("_WITH_")).forEach(suites::add);
    return suites;
  }
}
