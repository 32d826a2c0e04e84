package org.trainingexporter;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.trainingexporter.check.Check;
import org.trainingexporter.cli.Commands;
import org.trainingexporter.config.Settings;
import org.trainingexporter.config.run.RunRule;
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
  public int backfill(Optional<Path> openMetrics, Duration timeout, Settings settings) {
    InstantSource clock = InstantSource.system();
    Watcher watcher = Exporter.watcher(settings, settings::pricedRuleFor, clock, Steps.INLINE);
    try {
      return new Backfill(settings, watcher, clock, out, isTerminal()).run(openMetrics, timeout);
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
      Path directory = Files.createTempDirectory("training-exporter-demo");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
      try (DemoRuns runs = new DemoRuns(directory, clock, SEED)) {
        RunRule schedule =
            RunRule.schedule(ReferenceRun.WARMUP_STEPS, ReferenceRun.MAX_LEARNING_RATE);
        return run(
            settings.watching(directory, schedule),
            () -> again.get().watching(directory, schedule),
            runs::advance);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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

  private static void delete(Path directory) {
    try {
      Files.walkFileTree(
          directory,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException e)
                throws IOException {
              Files.delete(folder);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // The process ends. The files that are left are in a temporary directory.
    }
  }
}
