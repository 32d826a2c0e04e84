package org.trainingexporter.http.encoding;

import java.util.Locale;

/** Reads an {@code Accept-Encoding} header (RFC 9110, 12.5.3). */
public final class AcceptEncoding {
  private AcceptEncoding() {}

  /** A quality of 0 forbids; a name of its own counts before {@code *}. */
  public static boolean allowsGzip(String header) {
    boolean any = false;
    for (String choice : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = choice.split(";", 2);
      String coding = parts[0].strip();
      boolean wanted = parts.length == 1 || !parts[1].strip().matches("q\\s*=\\s*0(\\.0*)?");
      if (coding.equals("gzip")) {
        return wanted;
      }
      any |= coding.equals("*") && wanted;
    }
    return any;
  }
}
