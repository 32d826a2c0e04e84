package org.trainingexporter.tls;

import java.lang.reflect.Method;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/** Sets the elliptic curves of a TLS engine, in order of preference. */
public final class NamedGroups {
  /** Of Java 20 and later; null before. */
  private static final Method SETTER = setter();

  private NamedGroups() {}

  private static Method setter() {
    try {
      return SSLParameters.class.getMethod("setNamedGroups", String[].class);
    } catch (NoSuchMethodException olderJava) {
      return null;
    }
  }

  /** Whether this Java can set them for one engine, which Java 17 cannot. */
  public static boolean areSupported() {
    return SETTER != null;
  }

  /**
   * Sets them for the whole process, where this Java cannot set them for one engine. Has an effect
   * only before the first use of TLS.
   */
  public static void setDefault(List<String> groups) {
    if (!groups.isEmpty() && SETTER == null) {
      System.setProperty("jdk.tls.namedGroups", String.join(",", groups));
    }
  }

  /** Java's own choice if there are none. */
  public static void set(SSLEngine engine, List<String> groups) {
    if (groups.isEmpty() || SETTER == null) {
      return;
    }
    SSLParameters parameters = engine.getSSLParameters();
    try {
      SETTER.invoke(parameters, (Object) groups.toArray(String[]::new));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Named groups cannot be set", e);
    }
    engine.setSSLParameters(parameters);
  }
}
