package org.trainingexporter.tls;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Converts an RSA key from PKCS#1 (RFC 8017 A.1.2) to PKCS#8, the only format Java reads. */
final class Pkcs1 {
  private static final int SEQUENCE = 0x30;
  private static final int OCTET_STRING = 0x04;

  /** Version 0 and the algorithm {@code rsaEncryption}, 1.2.840.113549.1.1.1. */
  private static final byte[] RSA =
      HexFormat.of().parseHex("020100" + "300d06092a864886f70d0101010500");

  private Pkcs1() {}

  static byte[] toPkcs8(byte[] key) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(RSA);
    body.writeBytes(element(OCTET_STRING, key));
    return element(SEQUENCE, body.toByteArray());
  }

  /** The length takes two bytes of the long form, enough for every key below 64 KiB. */
  private static byte[] element(int tag, byte[] content) {
    ByteArrayOutputStream element = new ByteArrayOutputStream();
    element.write(tag);
    element.write(0x82);
    element.write(content.length >> 8);
    element.write(content.length);
    element.writeBytes(content);
    return element.toByteArray();
  }
}
