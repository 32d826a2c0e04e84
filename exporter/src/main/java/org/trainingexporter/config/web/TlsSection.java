package org.trainingexporter.config.web;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.trainingexporter.tls.AnyClient;
import org.trainingexporter.tls.KeyStores;
import org.trainingexporter.tls.NamedClients;
import org.trainingexporter.tls.NamedGroups;
import org.trainingexporter.tls.PemException;
import org.trainingexporter.tls.PemFile;
import org.xnio.Sequence;

/** Reads {@code tls_server_config}. TLS 1.0 and 1.1 are rejected, as Java has them disabled. */
final class TlsSection {
  private static final Set<String> KEYS =
      Set.of(
          "cert",
          "cert_file",
          "key",
          "key_file",
          "client_auth_type",
          "client_ca",
          "client_ca_file",
          "client_allowed_sans",
          "min_version",
          "max_version",
          "cipher_suites",
          "prefer_server_cipher_suites",
          "curve_preferences");

  /** Keys whose values are files. */
  static final List<String> FILES = List.of("cert_file", "key_file", "client_ca_file");

  private static final List<String> VERSIONS = List.of("TLS12", "TLS13");
  private static final List<String> PROTOCOLS = List.of("TLSv1.2", "TLSv1.3");

  /** The toolkit's names of curves, and Java's. */
  private static final Map<String, String> CURVES =
      Map.of(
          "CurveP256", "secp256r1",
          "CurveP384", "secp384r1",
          "CurveP521", "secp521r1",
          "X25519", "x25519");

  private final WebConfigSection section;
  private final boolean http2;

  private TlsSection(WebConfigSection section, boolean http2) {
    this.section = section;
    this.http2 = http2;
  }

  /**
   * Reads the section and the files that it names.
   *
   * @param http2 whether HTTP/2 will be offered
   */
  static Tls read(WebConfigSection section, boolean http2) {
    return new TlsSection(section.allow(KEYS), http2).tls();
  }

  private Tls tls() {
    PemFile certificate = required("cert");
    PemFile key = required("key");
    int min = version("min_version", 0);
    int max = version("max_version", 1);
    if (min > max) {
      throw section.wrong("min_version", "TLS13 is above max_version TLS12");
    }
    ClientAuth clients = clients();
    List<String> curves = curves();
    SSLContext context = KeyStores.context(keyManagers(certificate, key), trustManagers(clients));
    List<String> suites = CipherSuites.read(section, context);
    CipherSuites.checkHttp2(section, http2, min == 0);
    return new Tls(
        context,
        Sequence.of(PROTOCOLS.subList(min, max + 1)),
        Sequence.of(suites),
        section.flag("prefer_server_cipher_suites", true),
        curves,
        clients.mode());
  }

  private PemFile required(String key) {
    return pem(key).orElseThrow(() -> section.wrong(key + "_file", "is missing, and so is " + key));
  }

  /** The text of a key, or the file that {@code KEY_file} names. */
  private Optional<PemFile> pem(String key) {
    String file = key + "_file";
    Optional<String> text = section.text(key);
    if (text.isPresent() && section.path(file).isPresent()) {
      throw section.wrong(key, "cannot stand beside " + file);
    }
    if (text.isPresent()) {
      return Optional.of(PemFile.inline("the text", text.get()));
    }
    try {
      return section.path(file).isEmpty()
          ? Optional.empty()
          : Optional.of(PemFile.read(section.path(file).get()));
    } catch (PemException e) {
      throw section.wrong(file, e.getMessage());
    }
  }

  /** The key that was used: {@code KEY} or {@code KEY_file}. */
  private String used(String key) {
    return section.text(key).isPresent() ? key : key + "_file";
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

  private List<String> curves() {
    List<String> names = section.texts("curve_preferences");
    for (String name : names) {
      if (!CURVES.containsKey(name)) {
        throw section.wrong(
            "curve_preferences",
            "\"" + name + "\" is not one of CurveP256, CurveP384, CurveP521, X25519");
      }
    }
    List<String> curves = names.stream().map(CURVES::get).toList();
    NamedGroups.setDefault(curves);
    return curves;
  }

  private ClientAuth clients() {
    String name = section.text("client_auth_type").orElse(ClientAuth.NO_CLIENT_CERT.text());
    ClientAuth clients =
        ClientAuth.named(name)
            .orElseThrow(
                () ->
                    section.wrong(
                        "client_auth_type", "\"" + name + "\" is not one of " + ClientAuth.NAMES));
    if (clients == ClientAuth.NO_CLIENT_CERT) {
      for (String key : List.of("client_ca", "client_ca_file", "client_allowed_sans")) {
        if (section.has(key)) {
          throw section.wrong(key, "has no effect without client_auth_type");
        }
      }
    }
    return clients;
  }

  private KeyManager[] keyManagers(PemFile certificate, PemFile key) {
    try {
      return KeyStores.keyManagers(certificate, key);
    } catch (PemException e) {
      throw section.wrong(used(e.source() == key ? "key" : "cert"), e.getMessage());
    } catch (IOException | GeneralSecurityException e) {
      throw section.wrong(used("cert"), "cannot be used: " + e.getMessage());
    }
  }

  private TrustManager[] trustManagers(ClientAuth clients) {
    try {
      TrustManager[] managers = authorities(clients);
      List<String> names = section.texts("client_allowed_sans");
      return names.isEmpty()
          ? managers
          : new TrustManager[] {new NamedClients((X509TrustManager) managers[0], names)};
    } catch (PemException e) {
      throw section.wrong(used("client_ca"), e.getMessage());
    } catch (IOException | GeneralSecurityException e) {
      throw section.wrong(used("client_ca"), "cannot be used: " + e.getMessage());
    }
  }

  private TrustManager[] authorities(ClientAuth clients)
      throws IOException, GeneralSecurityException {
    Optional<PemFile> authorities = pem("client_ca");
    if (!clients.verified()) {
      return new TrustManager[] {new AnyClient()};
    }
    return authorities.isPresent()
        ? KeyStores.trustManagers(authorities.get())
        : KeyStores.ownTrustManagers();
  }
}
