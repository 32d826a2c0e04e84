package org.trainingexporter.history;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import io.airlift.compress.snappy.SnappyDecompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.trainingexporter.config.history.HistoryAccess;
import org.trainingexporter.history.client.HistoryCounters;
import org.trainingexporter.history.client.RequestPolicy;
import org.trainingexporter.history.remote.RemoteWrite;
import org.trainingexporter.testing.ManualClock;

/**
 * A receiver that answers each request as it was told to, the raw bytes of it; at last with 200, or
 * by a rule.
 */
public final class FakeServer implements AutoCloseable {
  /** The connection ends in the middle of the answer. */
  public static final String HALF = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf";

  /** The connection ends without an answer. */
  public static final String CLOSED = "";

  /** Nothing happens any more on that connection. */
  public static final String NEVER = "never";

  /** One request. */
  public record Request(String head, ByteString body) {
    public String header(String name) {
      return head.lines()
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }

    public String firstLine() {
      return head.lines().findFirst().orElse("");
    }

    /** A line for each series: its labels in the order in which they came, and its samples. */
    public List<String> series() {
      byte[] bytes = body.toByteArray();
      byte[] message = new byte[SnappyDecompressor.getUncompressedLength(bytes, 0)];
      new SnappyDecompressor().decompress(bytes, 0, bytes.length, message, 0, message.length);
      try {
        CodedInputStream in = CodedInputStream.newInstance(message);
        List<String> all = new ArrayList<>();
        while (in.readTag() == 10) {
          int end = in.pushLimit(in.readRawVarint32());
          StringBuilder line = new StringBuilder();
          for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            int part = in.pushLimit(in.readRawVarint32());
            in.readTag();
            if (tag == 10) {
              line.append(in.readString()).append('=');
              in.readTag();
              line.append(in.readString()).append(' ');
            } else {
              double value = in.readDouble();
              in.readTag();
              line.append('@').append(in.readInt64()).append(':').append(value).append(' ');
            }
            in.popLimit(part);
          }
          in.popLimit(end);
          all.add(line.toString().strip());
        }
        return all;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Function<Request, String> rule = request -> status(200, "");
  private final Deque<String> answers = new ArrayDeque<>();
  private final List<Request> requests = new ArrayList<>();
  private final List<Socket> sockets = new ArrayList<>();
  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

  public FakeServer() throws IOException {
    Thread thread = new Thread(this::accept, "fake server");
    thread.setDaemon(true);
    thread.start();
  }

  public static String status(int code, String body, String... headers) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + code + " As Told\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return head + "Content-Length: " + body.length() + "\r\n\r\n" + body;
  }

  public synchronized FakeServer answer(String... next) {
    answers.addAll(List.of(next));
    return this;
  }

  synchronized void answerBy(Function<Request, String> next) {
    rule = next;
  }

  /** Writes here, and gives up what takes longer than a hundred seconds of pauses. */
  public RemoteWrite receiver(
      HistoryAccess config, HistoryCounters counters, RequestPolicy.Pause pause, Duration timeout) {
    RequestPolicy policy =
        new RequestPolicy(timeout, Duration.ofSeconds(100), pause, new ManualClock());
    return new RemoteWrite(url("/api/v1/write"), config, KeptSamples.LABELS, counters, policy);
  }

  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
  }

  public synchronized List<Request> requests() {
    return List.copyOf(requests);
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        synchronized (this) {
          sockets.add(socket);
        }
        Thread thread = new Thread(() -> serve(socket), "fake connection");
        thread.setDaemon(true);
        thread.start();
      }
    } catch (IOException e) {
      // It was closed.
    }
  }

  private void serve(Socket socket) {
    try {
      InputStream in = socket.getInputStream();
      while (true) {
        String answer = next(read(in));
        if (answer.equals(NEVER)) {
          return;
        }
        socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
        if (answer.equals(HALF) || answer.equals(CLOSED)) {
          socket.close();
        }
      }
    } catch (IOException e) {
      // The client is gone.
    }
  }

  private synchronized String next(Request request) {
    requests.add(request);
    return answers.isEmpty() ? rule.apply(request) : answers.poll();
  }

  private static Request read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      int one = in.read();
      if (one < 0) {
        throw new IOException("the end");
      }
      head.write(one);
    }
    Request request = new Request(head.toString(ISO_8859_1), ByteString.EMPTY);
    String length = request.header("Content-Length");
    int size = length.isEmpty() ? 0 : Integer.parseInt(length);
    return new Request(request.head, ByteString.copyFrom(in.readNBytes(size)));
  }

  @Override
  public synchronized void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
