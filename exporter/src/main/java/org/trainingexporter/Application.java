package org.trainingexporter;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.trainingexporter.check.Check;
import org.trainingexporter.cli.Commands;
import org.trainingexporter.cli.StartFault;
import org.trainingexporter.config.Settings;
import org.trainingexporter.config.run.RunRule;
import org.trainingexporter.demo.DemoDirectory;
import org.trainingexporter.demo.DemoRuns;
import org.trainingexporter.demo.story.ReferenceRun;
import org.trainingexporter.history.Backfill;
import org.trainingexporter.service.HeapGuard;
import org.trainingexporter.service.JvmHeap;
import org.trainingexporter.service.Loop;
import org.trainingexporter.service.ProcessSignals;
import org.trainingexporter.service.step.Steps;
import org.trainingexporter.watch.Watcher;
import org.trainingexporter.web.flag.ListenAddress;

/** Runs the commands. */
final class Application implements Commands {
  private static final long SEED = 1;

  private final PrintStream out;

  Application(PrintStream out) {
    this.out = out;
  }

  @Override
  public int serve(Settings settings, Supplier<Settings> again) {
    return run(settings, again, () -> {});
  }

  @Override
  public int check(List<Path> files, boolean json, Settings settings) {
    return new Check(settings, out).run(files, json);
  }

  @Override
  public int backfill(Optional<Path> openMetrics, Settings settings) {
    InstantSource clock = InstantSource.system();
    Watcher watcher = Exporter.watcher(settings, settings::pricedRuleFor, clock, Steps.INLINE);
    try {
      return new Backfill(settings, watcher, clock, out, isTerminal()).run(openMetrics);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  @Override
  public int demo(Settings settings, Supplier<Settings> again) {
    InstantSource clock = InstantSource.system();
    try {
      DemoDirectory directory = DemoDirectory.create(Path.of(System.getProperty("java.io.tmpdir")));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
      try (DemoRuns runs = new DemoRuns(directory.path(), clock, SEED)) {
        RunRule schedule =
            RunRule.schedule(
                DemoRuns.NAMES, ReferenceRun.WARMUP_STEPS, ReferenceRun.MAX_LEARNING_RATE);
        return run(
            settings.watching(directory.path(), schedule),
            () -> again.get().watching(directory.path(), schedule),
            runs::advance);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  @SuppressWarnings("try") // the signals are closed and not used
  public int show(StartFault fault) {
    CountDownLatch stop = new CountDownLatch(1);
    try (ProcessSignals signals = endedBySignals(stop)) {
      return ShownFault.show(fault, out, stop);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private int run(Settings settings, Supplier<Settings> again, Runnable beforePoll) {
    CountDownLatch stop = new CountDownLatch(1);
    try (ProcessSignals signals = endedBySignals(stop);
        Loop guard = heapGuard();
        Exporter exporter = new Exporter(settings, again, InstantSource.system(), beforePoll)) {
      guard.start();
      signals.handle("HUP", () -> exporter.reload("SIGHUP"));
      out.println(
          "Listening on "
              + exporter.scheme()
              + "://"
              + ListenAddress.inBrowser(exporter.address())
              + settings.routePrefix()
              + "/");
      Runtime.getRuntime().addShutdownHook(new Thread(stop::countDown));
      stop.await();
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static ProcessSignals endedBySignals(CountDownLatch stop) {
    ProcessSignals signals = new ProcessSignals();
    signals.handle("TERM", stop::countDown);
    signals.handle("INT", stop::countDown);
    return signals;
  }

  private static Loop heapGuard() {
    JvmHeap heap = new JvmHeap();
    HeapGuard guard =
        new HeapGuard(heap, heap::collectionMillis, System::nanoTime, Main::endOutOfMemory);
    return new Loop(
        "memory",
        "watching the heap failed",
        HeapGuard.EVERY,
        () -> {
          guard.check();
          return Loop.Next.IDLE;
        });
  }

  @SuppressWarnings(
      "SystemConsoleNull") // Java 22 always has a console; a progress bar in a file does no harm
  private static boolean isTerminal() {
    return System.console() != null;
  }

  private static void delete(DemoDirectory directory) {
    try {
      directory.close();
    } catch (IOException e) {
      // The process ends. The next demo deletes what is left.
    }
  }
}
