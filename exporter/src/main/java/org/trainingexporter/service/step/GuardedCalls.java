package org.trainingexporter.service.step;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs single calls that may hang as {@link Steps}, and gives their results back. Of two calls
 * about the same subject the second is not begun while the first hangs. One thread.
 */
public final class GuardedCalls {
  private final Steps steps;

  public GuardedCalls(Steps steps) {
    this.steps = steps;
  }

  /** A call that reads files. */
  @FunctionalInterface
  public interface FileCall<T> {
    T run() throws IOException;
  }

  /**
   * Runs the call.
   *
   * @param subject what it changes, by a name for people
   * @return the result; empty if the call is left alone because it hangs, or is not begun
   * @throws IOException if the call does
   */
  public <T> Optional<T> call(String subject, FileCall<T> call) throws IOException {
    if (mustWait(subject)) {
      return Optional.empty();
    }
    AtomicReference<CallOutcome<T>> outcome = new AtomicReference<>();
    steps.run(
        List.of(new Step(subject, List.of(subject), () -> outcome.set(CallOutcome.of(call)))));
    CallOutcome<T> over = outcome.get();
    return over == null ? Optional.empty() : Optional.of(over.get());
  }

  /** Whether a call about that subject would not be begun now. Nothing it changes may be used. */
  public boolean mustWait(String subject) {
    return steps.isHeld(subject) || steps.isFull();
  }

  /** Whether that is for long: a call about the subject hangs, or too many others do. */
  public boolean isHopeless(String subject) {
    return steps.isExhausted()
        || steps.hung().stream().anyMatch(step -> step.subjects().contains(subject));
  }

  /** What a call has come to: a result, or what it has thrown. */
  private record CallOutcome<T>(T result, Throwable thrown) {
    static <T> CallOutcome<T> of(FileCall<T> call) {
      try {
        return new CallOutcome<>(call.run(), null);
      } catch (IOException | RuntimeException | Error e) {
        return new CallOutcome<>(null, e); // thrown on the caller's thread
      }
    }

    T get() throws IOException {
      if (thrown instanceof IOException broken) {
        throw broken;
      } else if (thrown instanceof RuntimeException broken) {
        throw broken;
      } else if (thrown instanceof Error broken) {
        throw broken;
      }
      return result;
    }
  }
}
