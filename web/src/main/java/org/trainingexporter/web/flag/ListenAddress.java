package org.trainingexporter.web.flag;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address that a server listens on. An empty host stands for all interfaces, port 0 for any
 * free port. An IPv6 address has brackets in the text, but not in {@code host}.
 */
public record ListenAddress(String host, int port) {
  public static final ValueType<ListenAddress> TYPE =
      new ValueType<>(
          "[HOST]:PORT such as :9409, 127.0.0.1:9409 or [::1]:9409", ListenAddress::parse);

  private static final Pattern TEXT =
      Pattern.compile("(?:\\[([0-9a-fA-F:.]+(?:%\\w+)?)]|([^:\\[\\]\\s/]*)):(\\d{1,5})");

  private static final Pattern ZEROS = Pattern.compile("\\b0(?::0)+\\b");

  static ListenAddress parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches() || Integer.parseInt(matcher.group(3)) > 65535) {
      throw new IllegalArgumentException(text);
    }
    String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    return new ListenAddress(host, Integer.parseInt(matcher.group(3)));
  }

  /** Resolves the host name. Unresolved if there is no such host. */
  public InetSocketAddress socketAddress() {
    return host.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(host, port);
  }

  /** {@code HOST:PORT} as a browser on this machine reaches it. */
  public static String inBrowser(InetSocketAddress address) {
    InetAddress host = address.getAddress();
    String name =
        host.isAnyLocalAddress()
            ? "localhost"
            : host instanceof Inet6Address six
                ? shortest(six.getAddress())
                : address.getHostString();
    return new ListenAddress(name, address.getPort()).toString();
  }

  /**
   * An IPv6 address as RFC 5952 writes it, the longest run of zeros left out. It has no zone, which
   * browsers reject.
   */
  private static String shortest(byte[] address) {
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < address.length; i += 2) {
      int group = (address[i] & 0xff) << 8 | (address[i + 1] & 0xff);
      groups.add(Integer.toHexString(group));
    }
    String full = String.join(":", groups);
    int start = 0;
    int end = 0;
    Matcher zeros = ZEROS.matcher(full);
    while (zeros.find()) {
      if (zeros.end() - zeros.start() > end - start) {
        start = zeros.start();
        end = zeros.end();
      }
    }
    if (end == 0) {
      return full;
    }
    String before = full.substring(0, start).replaceAll(":$", "");
    String after = full.substring(end).replaceAll("^:", "");
    return before + "::" + after;
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
