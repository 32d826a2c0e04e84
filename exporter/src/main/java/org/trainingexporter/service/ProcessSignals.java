package org.trainingexporter.service;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What the process does on signals such as {@code TERM}. The handlers before are restored by {@link
 * #close}. Uses the JDK's {@code sun.misc.Signal} by reflection, since Java has no other way.
 */
public final class ProcessSignals implements AutoCloseable {
  private final Deque<Runnable> restore = new ArrayDeque<>();

  /**
   * Runs the action, on a thread of its own, each time that the signal comes.
   *
   * @param name without {@code SIG}
   * @return false where the JVM or the system has no such signal
   */
  public boolean handle(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object named = signal.getConstructor(String.class).newInstance(name);
      Object before = install(signal, handler, named, proxy(handler, action));
      restore.push(() -> installQuietly(signal, handler, named, before));
      return true;
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      return false; // Windows has no HUP, and with -Xrs the JVM hands out no signal
    }
  }

  private static Object install(Class<?> signal, Class<?> handler, Object named, Object action)
      throws ReflectiveOperationException {
    return signal.getMethod("handle", signal, handler).invoke(null, named, action);
  }

  private static void installQuietly(
      Class<?> signal, Class<?> handler, Object named, Object action) {
    try {
      install(signal, handler, named, action);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("it could be installed before", e);
    }
  }

  private static Object proxy(Class<?> handler, Runnable action) {
    InvocationHandler calls =
        (self, method, arguments) ->
            switch (method.getName()) {
              case "handle" -> {
                action.run();
                yield null;
              }
              case "equals" -> self == arguments[0];
              case "hashCode" -> System.identityHashCode(self);
              default -> handler.getName();
            };
    return Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, calls);
  }

  @Override
  public void close() {
    while (!restore.isEmpty()) {
      restore.pop().run();
    }
  }
}
