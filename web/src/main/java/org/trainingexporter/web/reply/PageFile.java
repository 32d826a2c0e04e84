package org.trainingexporter.web.reply;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** One file of a page, kept compressed only, as nearly every browser asks for it that way. */
final class PageFile {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json",
          "map", "application/json",
          "webmanifest", "application/manifest+json",
          "svg", "image/svg+xml",
          "png", "image/png");

  private final String type;
  private final byte[] compressed;
  private WeakReference<byte[]> plain = new WeakReference<>(null);

  private PageFile(String type, byte[] compressed) {
    this.type = type;
    this.compressed = compressed;
  }

  static PageFile of(String name, byte[] bytes) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 2);
    try (GZIPOutputStream gzip =
        new GZIPOutputStream(compressed) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION); // once for all readers
          }
        }) {
      gzip.write(bytes);
    }
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return new PageFile(
        TYPES.getOrDefault(ending, "application/octet-stream"), compressed.toByteArray());
  }

  /** The value of {@code Content-Type}. */
  String type() {
    return type;
  }

  byte[] compressed() {
    return compressed;
  }

  /** One array for all that ask at the same time. */
  synchronized byte[] plain() throws IOException {
    byte[] known = plain.get();
    if (known == null) {
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
        known = in.readAllBytes();
      }
      plain = new WeakReference<>(known);
    }
    return known;
  }
}
