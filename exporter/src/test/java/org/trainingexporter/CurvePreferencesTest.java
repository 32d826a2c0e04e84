package org.trainingexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.http.security.TestKeys;

/**
 * The curve that a server chooses for TLS 1.2, where it is sent in the clear. A process of its own,
 * since Java 17 reads its curves once.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class CurvePreferencesTest {
  private static final int X25519 = 0x1d;
  private static final int P256 = 0x17;
  private static final int P384 = 0x18;
  private static final int NONE = -1;

  @TempDir private Path root;

  @BeforeEach
  void makeKeys() throws Exception {
    TestKeys keys = TestKeys.make(root, "-keyalg", "RSA", "-keysize", "2048");
    keys.certificateTo(root.resolve("a.crt"));
    keys.keyTo(root.resolve("a.key"));
  }

  private ExporterProcess start(String more) throws IOException {
    Path config =
        Files.writeString(
            root.resolve("web.yml"),
            "tls_server_config: {cert_file: a.crt, key_file: a.key" + more + "}");
    return new ExporterProcess(root, "--web.config.file=" + config);
  }

  @Test
  void the_curve_is_one_of_those_preferred() throws Exception {
    try (ExporterProcess process = start(", curve_preferences: [CurveP384]")) {
      assertEquals(P384, chosen(process, X25519, P256, P384));
      assertEquals(NONE, chosen(process, X25519, P256));
    }
  }

  @Test
  void without_preferences_it_is_one_that_the_client_prefers() throws Exception {
    try (ExporterProcess process = start("")) {
      assertNotEquals(P384, chosen(process, X25519, P256, P384));
      assertNotEquals(NONE, chosen(process, X25519, P256));
    }
  }

  /** The curve that the server chooses of those offered; none if it ends the handshake. */
  private static int chosen(ExporterProcess process, int... offered) throws IOException {
    URI address = URI.create(process.url());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().write(hello(offered));
      DataInputStream in = new DataInputStream(socket.getInputStream());
      ByteArrayOutputStream handshake = new ByteArrayOutputStream();
      int curve = NONE;
      while (curve == NONE) {
        int record = in.readUnsignedByte();
        in.readUnsignedShort();
        byte[] content = in.readNBytes(in.readUnsignedShort());
        if (record != 22) {
          return NONE; // an alert
        }
        handshake.write(content);
        curve = keyExchange(handshake.toByteArray());
      }
      return curve;
    }
  }

  /** The named curve of a ServerKeyExchange among whole messages (RFC 8422, 5.4). */
  private static int keyExchange(byte[] messages) {
    int at = 0;
    while (at + 7 <= messages.length) {
      if (messages[at] == 12) {
        return ByteBuffer.wrap(messages, at + 5, 2).getShort();
      }
      at += 4 + (ByteBuffer.wrap(messages, at, 4).getInt() & 0xFFFFFF);
    }
    return NONE;
  }

  /** A ClientHello of TLS 1.2 with ECDHE_RSA and these curves. */
  private static byte[] hello(int... curves) {
    StringBuilder groups = new StringBuilder();
    for (int curve : curves) {
      groups.append("%04x".formatted(curve));
    }
    String extensions =
        extension(0x0a, sized(2, groups.toString()))
            + extension(0x0b, "0100")
            + extension(0x0d, sized(2, "0401" + "0804" + "0501"))
            + extension(0xff01, "00");
    String body =
        "0303" + "11".repeat(32) + "00" + sized(2, "c02f") + "0100" + sized(2, extensions);
    return HexFormat.of().parseHex("160301" + sized(2, "01" + sized(3, body)));
  }

  private static String extension(int type, String content) {
    return "%04x".formatted(type) + sized(2, content);
  }

  /** Hex digits behind their length in so many bytes. */
  private static String sized(int bytes, String content) {
    return ("%0" + 2 * bytes + "x").formatted(content.length() / 2) + content;
  }
}
