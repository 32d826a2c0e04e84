package org.trainingexporter.http.api.answer;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.ETag;
import io.undertow.util.ETagUtils;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.trainingexporter.http.encoding.GzipStream;
import org.trainingexporter.http.reply.ReplyStream;
import org.trainingexporter.web.reply.AcceptEncoding;

/**
 * Sends JSON, compressed if the client takes gzip, or 304 if it has not changed. The entity tag
 * covers the whole body but for values that change with time alone, such as an age.
 */
public final class JsonReply {
  private static final String TYPE = "application/json; charset=utf-8";
  private static final int MIN_COMPRESSED_BYTES = 1_024;

  private JsonReply() {}

  /** Sends a body that is small enough to be held in memory. */
  public static void send(HttpServerExchange exchange, JsonWriter.JsonPart body)
      throws IOException {
    if (isKnown(exchange, tag(body))) {
      return;
    }
    send(exchange, StatusCodes.OK, bytes(body));
  }

  public static void send(HttpServerExchange exchange, Problem problem) throws IOException {
    exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-cache");
    send(exchange, problem.status, bytes(problem::write));
  }

  /** Sends a large body, which is held in memory only when compressed, and else streamed. */
  public static void sendLarge(HttpServerExchange exchange, String tag, JsonWriter.JsonPart body)
      throws IOException {
    if (isKnown(exchange, tag)) {
      return;
    }
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, TYPE);
    if (acceptsGzip(exchange)) {
      ByteArrayOutputStream compressed = new ByteArrayOutputStream(32 * MIN_COMPRESSED_BYTES);
      try (GzipStream gzip = new GzipStream(compressed, GzipStream.SMALL)) {
        write(gzip, body, true);
      }
      exchange.getResponseSender().send(ByteBuffer.wrap(compressed.toByteArray()));
    } else {
      ReplyStream reply = new ReplyStream(exchange); // not closed where half of it was written
      write(reply, body, true);
      reply.close();
    }
  }

  /** Sends 304 if the client has this body already. */
  private static boolean isKnown(HttpServerExchange exchange, String tag) {
    ETag etag = new ETag(true, tag);
    exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-cache");
    exchange.getResponseHeaders().put(Headers.VARY, "Accept-Encoding");
    exchange.getResponseHeaders().put(Headers.ETAG, etag.toString());
    boolean known = !ETagUtils.handleIfNoneMatch(exchange, etag, true);
    if (known) {
      exchange.setStatusCode(StatusCodes.NOT_MODIFIED).endExchange();
    }
    return known;
  }

  private static void send(HttpServerExchange exchange, int status, byte[] body)
      throws IOException {
    byte[] sent = body;
    if (body.length > MIN_COMPRESSED_BYTES && acceptsGzip(exchange)) {
      ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length / 4);
      try (GzipStream gzip = new GzipStream(compressed)) {
        gzip.write(body);
      }
      sent = compressed.toByteArray();
    }
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, TYPE);
    exchange.getResponseSender().send(ByteBuffer.wrap(sent));
  }

  /** Whether to compress the reply; sets its header too. */
  private static boolean acceptsGzip(HttpServerExchange exchange) {
    boolean gzip = AcceptEncoding.allowsGzip(exchange.getRequestHeaders());
    if (gzip) {
      exchange.getResponseHeaders().put(Headers.CONTENT_ENCODING, "gzip");
    }
    return gzip;
  }

  public static byte[] bytes(JsonWriter.JsonPart body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
    write(bytes, body, true);
    bytes.write('\n');
    return bytes.toByteArray();
  }

  /** The entity tag of a body. */
  public static String tag(JsonWriter.JsonPart body) throws IOException {
    CheckedOutputStream sum =
        new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32C());
    Length length = new Length(sum);
    write(length, body, false);
    return Long.toHexString(sum.getChecksum().getValue()) + "-" + Long.toHexString(length.bytes);
  }

  private static void write(OutputStream out, JsonWriter.JsonPart body, boolean withMoving)
      throws IOException {
    try (JsonWriter json = new JsonWriter(out, withMoving)) {
      body.write(json);
    }
  }

  /** Counts the bytes that pass through. */
  private static final class Length extends OutputStream {
    private final OutputStream next;
    private long bytes;

    Length(OutputStream next) {
      this.next = next;
    }

    @Override
    public void write(int b) throws IOException {
      bytes++;
      next.write(b);
    }

    @Override
    public void write(byte[] all, int from, int length) throws IOException {
      bytes += length;
      next.write(all, from, length);
    }
  }
}
