package org.trainingexporter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.http.listen.HttpLimits;
import org.trainingexporter.http.security.TestKeys;

/** Clients that misuse TLS and HTTP/2, and others that are served all the same. */
final class HostileTlsClientsTest {
  private static final Duration SOON = Duration.ofMillis(300);
  private static final Duration OFTEN = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofSeconds(60);

  /** The header of a ClientHello record of 512 bytes, and the first of these. */
  private static final String HALF_HELLO = "\u0016\u0003\u0001\u0002\0\u0001";

  private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
  private static final String NO_SETTINGS = "000000" + "04" + "00" + "00000000";
  private static final HttpLimits PATIENT = HttpLimits.standard().within(LONG, LONG, OFTEN);

  @TempDir static Path directory;
  private static TestKeys keys;
  private static Path config;
  @AutoClose private final RawClients clients = new RawClients();

  @BeforeAll
  static void configure() throws Exception {
    keys = TestKeys.make(directory, "-keyalg", "EC", "-groupname", "secp256r1");
    keys.certificateTo(directory.resolve("a.crt"));
    keys.keyTo(directory.resolve("a.key"));
    config =
        Files.writeString(
            directory.resolve("web.yml"), "tls_server_config: {cert_file: a.crt, key_file: a.key}");
  }

  private static TestServer server(HttpLimits limits) throws Exception {
    HttpClient client = HttpClient.newBuilder().sslContext(keys.client()).build();
    return new TestServer("https", client, "", Optional.of(config), limits);
  }

  private List<Socket> halfHandshakes(TestServer server, int count) throws IOException {
    List<Socket> sockets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Socket socket = clients.connect(server, 2);
      RawClients.send(socket, HALF_HELLO);
      sockets.add(socket);
    }
    return sockets;
  }

  @Test
  void half_handshakes_end_by_their_deadline_and_https_answers_afterwards() throws Exception {
    try (TestServer server = server(HttpLimits.standard().within(SOON, LONG, OFTEN))) {
      for (Socket half : halfHandshakes(server, 40)) {
        assertEquals("", RawClients.untilEnd(half));
      }
      RawClients.await(() -> server.listener().connections() == 0);
      RawClients.await(() -> server.get("/health").statusCode() == 200);
    }
  }

  @Test
  void half_handshakes_of_one_client_keep_no_other_out() throws Exception {
    HttpLimits few = HttpLimits.standard().within(LONG, LONG, OFTEN).atMost(8, 4, 1 << 20);
    try (TestServer server = server(few)) {
      halfHandshakes(server, 20);

      assertEquals(200, server.get("/health").statusCode());
      assertTrue(server.listener().connections() <= 5);
    }
  }

  @Test
  void connection_that_resets_its_requests_at_once_is_ended_and_others_are_served()
      throws Exception {
    try (TestServer server = server(PATIENT);
        SSLSocket attacker = http2(server)) {
      resetUntilEnded(attacker);

      assertTrue(isEnded(attacker));
      assertEquals(200, server.get("/metrics").statusCode());
      RawClients.await(() -> server.listener().connections() == 1);
    }
  }

  @Test
  void connection_that_resets_some_requests_goes_on() throws Exception {
    try (TestServer server = server(PATIENT);
        SSLSocket client = http2(server)) {
      for (int first = 1; first < 100; first += 20) {
        client.getOutputStream().write(resets(first, 9));
        assertTrue(isServed(client, first + 18));
      }
    }
  }

  private SSLSocket http2(TestServer server) throws Exception {
    Socket plain = clients.connect(server, 2);
    SSLSocket socket =
        (SSLSocket)
            keys.client()
                .getSocketFactory()
                .createSocket(plain, "localhost", plain.getPort(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    socket.setSSLParameters(parameters);
    socket.getOutputStream().write(PREFACE.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(HexFormat.of().parseHex(NO_SETTINGS));
    return socket;
  }

  /**
   * Resets 1,500 requests at most. One is not counted if its answer has begun, and how often that
   * is so is chance.
   */
  private static void resetUntilEnded(SSLSocket socket) throws IOException {
    try {
      for (int first = 1; first < 3_000; first += 300) {
        socket.getOutputStream().write(resets(first, 150));
      }
    } catch (SocketException end) {
      // The server reads no more.
    }
  }

  /** Requests on streams from one on, each with its reset behind it. */
  private static byte[] resets(int first, int count) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int stream = first; stream < first + 2 * count; stream += 2) {
      all.write(frame(1, 5, stream, request()));
      all.write(frame(3, 0, stream, new byte[] {0, 0, 0, 8}));
    }
    return all.toByteArray();
  }

  /** The headers of {@code GET https://x/metrics} in HPACK. */
  private static byte[] request() {
    byte[] path = "/metrics".getBytes(StandardCharsets.US_ASCII);
    return HexFormat.of().parseHex("8287" + "0408" + HexFormat.of().formatHex(path) + "010178");
  }

  private static byte[] frame(int type, int flags, int stream, byte[] body) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(
        HexFormat.of().parseHex("%06x%02x%02x%08x".formatted(body.length, type, flags, stream)));
    frame.write(body);
    return frame.toByteArray();
  }

  private record Http2Frame(int type, int stream) {
    static Http2Frame read(DataInputStream in) throws IOException {
      int length = in.readUnsignedShort() << 8 | in.readUnsignedByte();
      int type = in.readUnsignedByte();
      in.readByte();
      int stream = in.readInt();
      in.readNBytes(length);
      return new Http2Frame(type, stream);
    }
  }

  /** Whether a request on that stream is answered with headers. */
  private static boolean isServed(SSLSocket socket, int stream) throws IOException {
    socket.getOutputStream().write(frame(1, 5, stream, request()));
    DataInputStream in = new DataInputStream(socket.getInputStream());
    Http2Frame frame = Http2Frame.read(in);
    while (frame.stream() != stream) {
      frame = Http2Frame.read(in);
    }
    return frame.type() == 1;
  }

  /** Whether the server closes the connection, whatever it sends before. */
  private static boolean isEnded(SSLSocket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    try {
      while (Http2Frame.read(in).type() >= 0) {}
      return false;
    } catch (EOFException | SocketException end) {
      return true;
    }
  }
}
