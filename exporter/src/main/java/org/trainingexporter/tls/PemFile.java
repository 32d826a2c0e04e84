package org.trainingexporter.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A PEM text (RFC 7468): certificates, or a private key in PKCS#8 or, for RSA, PKCS#1. */
public final class PemFile {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

  private record PemBlock(String label, String base64) {}

  private final String name;
  private final List<PemBlock> blocks = new ArrayList<>();

  private PemFile(String name) {
    this.name = name;
  }

  /** Reads a file, whose path stands in the messages. */
  public static PemFile read(Path path) throws PemException {
    PemFile file = new PemFile(path.toString());
    file.parse(file.content(path));
    return file;
  }

  /** A text that stands in another file; messages call it by that name. */
  public static PemFile inline(String name, String text) {
    PemFile file = new PemFile(name);
    file.parse(text);
    return file;
  }

  private void parse(String text) {
    Matcher matcher = BLOCK.matcher(text);
    while (matcher.find()) {
      blocks.add(new PemBlock(matcher.group(1), matcher.group(2)));
    }
  }

  private String content(Path path) throws PemException {
    try {
      return Files.readString(path, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      throw new PemException(this, "does not exist");
    } catch (IOException e) {
      throw new PemException(this, "cannot be read: " + e);
    }
  }

  @Override
  public String toString() {
    return name;
  }

  private byte[] der(PemBlock block) throws PemException {
    try {
      return Base64.getMimeDecoder().decode(block.base64());
    } catch (IllegalArgumentException e) {
      throw new PemException(this, "holds broken base64");
    }
  }

  List<X509Certificate> certificates() throws PemException {
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (PemBlock block : blocks) {
        if (block.label().equals("CERTIFICATE")) {
          ByteArrayInputStream in = new ByteArrayInputStream(der(block));
          certificates.add((X509Certificate) factory.generateCertificate(in));
        }
      }
    } catch (CertificateException e) {
      throw new PemException(this, "holds a broken certificate");
    }
    if (certificates.isEmpty()) {
      throw new PemException(this, "holds no PEM certificate");
    }
    return certificates;
  }

  /**
   * The first private key.
   *
   * @param algorithm of the certificate's public key, since a PKCS#8 key is read by algorithm
   */
  PrivateKey privateKey(String algorithm) throws PemException {
    for (PemBlock block : blocks) {
      String label = block.label();
      if (label.equals("PRIVATE KEY")) {
        return decode(algorithm, der(block));
      }
      if (label.equals("RSA PRIVATE KEY")) {
        return decode(algorithm, Pkcs1.toPkcs8(der(block)));
      }
      if (label.endsWith(" PRIVATE KEY")) {
        String problem = "holds an " + label + "; make it PKCS#8: openssl pkcs8 -topk8 -nocrypt";
        throw new PemException(this, problem);
      }
    }
    throw new PemException(this, "holds no PEM private key");
  }

  private PrivateKey decode(String algorithm, byte[] pkcs8) throws PemException {
    try {
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException e) {
      throw new PemException(this, "holds no " + algorithm + " key, as the certificate has");
    }
  }
}
