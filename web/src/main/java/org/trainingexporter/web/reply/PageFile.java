package org.trainingexporter.web.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

  private static final Pattern SCRIPT =
      Pattern.compile("(?s)<script(?![^>]*\\bsrc=)[^>]*>(.*?)</script>");
  private static final Pattern STYLE = Pattern.compile("(?s)<style[^>]*>(.*?)</style>");

  private final String type;
  private final byte[] compressed;
  private final PageSources sources;
  private WeakReference<byte[]> plain = new WeakReference<>(null);

  private PageFile(String type, byte[] compressed, PageSources sources) {
    this.type = type;
    this.compressed = compressed;
    this.sources = sources;
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
        TYPES.getOrDefault(ending, "application/octet-stream"),
        compressed.toByteArray(),
        ending.equals("html") ? sources(new String(bytes, UTF_8)) : null);
  }

  private static PageSources sources(String page) {
    return new PageSources(ownAnd(SCRIPT, page), ownAnd(STYLE, page));
  }

  private static String ownAnd(Pattern inline, String page) {
    Stream<String> checksums =
        inline.matcher(page).results().map(found -> "'sha256-" + checksum(found.group(1)) + "'");
    return Stream.concat(Stream.of("'self'"), checksums).collect(joining(" "));
  }

  private static String checksum(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder().encodeToString(digest.digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** The value of {@code Content-Type}. */
  String type() {
    return type;
  }

  /** Where its scripts and styles may come from; null of a file that is no page. */
  PageSources sources() {
    return sources;
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
