package org.trainingexporter.history;

import com.google.protobuf.CodedOutputStream;
import io.airlift.compress.snappy.SnappyCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes what an {@link OwnReading} tells into a server, by remote write in a few lines of its own:
 * a sample each tick, and one a minute of what has not changed for five minutes.
 */
final class OwnSamples {
  private static final double ENDED = Double.longBitsToDouble(0x7ff0000000000002L);
  private static final int BATCH = 20_000;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI url;
  private final String run;
  private final Map<String, Line> lines = new HashMap<>();
  private int samples;

  OwnSamples(URI url, String run) {
    this.url = url;
    this.run = run;
  }

  /** One series, with its samples that are not sent yet as they stand in a request. */
  private static final class Line {
    private final ByteArrayOutputStream unsent = new ByteArrayOutputStream();
    private double value = Double.NaN;
    private long changed;
    private long written;

    private boolean isDue(long time, double now) {
      if (now != value) {
        changed = time;
      }
      return time - changed <= 300_000 || time - written >= 60_000;
    }
  }

  /** Takes what is true at a time, in milliseconds. */
  void add(long time, Map<String, Double> figures) throws Exception {
    for (Map.Entry<String, Double> one : figures.entrySet()) {
      Line line = lines.computeIfAbsent(one.getKey(), it -> new Line());
      if (line.isDue(time, one.getValue())) {
        append(line, time, one.getValue());
      }
    }
    for (Map.Entry<String, Line> one : lines.entrySet()) {
      if (!figures.containsKey(one.getKey()) && !Double.isNaN(one.getValue().value)) {
        append(one.getValue(), time, ENDED);
      }
    }
    if (samples >= BATCH) {
      send();
    }
  }

  private void append(Line line, long time, double value) throws IOException {
    line.value = value;
    line.written = time;
    int size = CodedOutputStream.computeDoubleSize(1, value);
    size += CodedOutputStream.computeInt64Size(2, time);
    byte[] bytes = new byte[size + 2];
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.writeTag(2, 2);
    out.writeUInt32NoTag(size);
    out.writeDouble(1, value);
    out.writeInt64(2, time);
    line.unsent.writeBytes(bytes);
    samples++;
  }

  private interface Body {
    void write(CodedOutputStream out) throws IOException;
  }

  private static void message(ByteArrayOutputStream to, int field, Body body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream inner = CodedOutputStream.newInstance(bytes);
    body.write(inner);
    inner.flush();
    CodedOutputStream out = CodedOutputStream.newInstance(to);
    out.writeByteArray(field, bytes.toByteArray());
    out.flush();
  }

  /** Sends what is not sent yet. */
  void send() throws IOException, InterruptedException {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    for (Map.Entry<String, Line> one : lines.entrySet()) {
      ByteArrayOutputStream unsent = one.getValue().unsent;
      if (unsent.size() > 0) {
        ByteArrayOutputStream series = new ByteArrayOutputStream();
        for (Map.Entry<String, String> label : labels(one.getKey()).entrySet()) {
          message(
              series,
              1,
              out -> {
                out.writeString(1, label.getKey());
                out.writeString(2, label.getValue());
              });
        }
        unsent.writeTo(series);
        message(request, 1, out -> out.writeRawBytes(series.toByteArray()));
        unsent.reset();
      }
    }
    samples = 0;
    post(request.toByteArray());
  }

  private Map<String, String> labels(String key) {
    String[] series = key.split("\\|", -1);
    Map<String, String> labels = new TreeMap<>(Map.of("__name__", series[0], "run", run));
    for (int i = 1; i < series.length; i += 2) {
      if (!series[i + 1].isEmpty()) {
        labels.put(series[i], series[i + 1]);
      }
    }
    return labels;
  }

  private void post(byte[] message) throws IOException, InterruptedException {
    SnappyCompressor snappy = new SnappyCompressor();
    byte[] body = new byte[snappy.maxCompressedLength(message.length)];
    int length = snappy.compress(message, 0, message.length, body, 0, body.length);
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Content-Encoding", "snappy")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Arrays.copyOf(body, length)))
            .build();
    HttpResponse<String> response =
        client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (response.statusCode() / 100 != 2) {
      throw new IOException(url + ": " + response.statusCode() + " " + response.body());
    }
  }

  /** The names of all metrics that were written. */
  Set<String> names() {
    return lines.keySet().stream().map(it -> it.split("\\|", -1)[0]).collect(Collectors.toSet());
  }
}
