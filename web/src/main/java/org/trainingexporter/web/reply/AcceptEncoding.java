package org.trainingexporter.web.reply;

import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.util.Locale;

/**
 * Reads {@code Accept-Encoding} (RFC 9110, 12.5.3). Undertow's own parser takes "gzip ; q=0" for a
 * wish for gzip, and its negotiation does not compress for "*".
 */
public final class AcceptEncoding {
  private AcceptEncoding() {}

  /** Whether the client of these request headers takes gzip. */
  public static boolean allowsGzip(HeaderMap headers) {
    return headers.contains(Headers.ACCEPT_ENCODING)
        && allowsGzip(String.join(",", headers.get(Headers.ACCEPT_ENCODING)));
  }

  /** A quality of 0 forbids. An entry for gzip itself outweighs one for "*". */
  static boolean allowsGzip(String header) {
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
