package org.trainingexporter.web.flag;

import java.net.InetSocketAddress;
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
    boolean all = address.getAddress().isAnyLocalAddress();
    String host = all ? "localhost" : address.getHostString();
    return new ListenAddress(host, address.getPort()).toString();
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
