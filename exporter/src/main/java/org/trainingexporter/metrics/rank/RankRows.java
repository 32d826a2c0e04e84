package org.trainingexporter.metrics.rank;

import static org.trainingexporter.metrics.sample.Metric.gauge;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.metrics.sample.RunAtScrape;
import org.trainingexporter.metrics.sample.Samples;
import org.trainingexporter.run.rank.RankPlace;
import org.trainingexporter.run.rank.RankSnapshot;

/** The ranks of a run that logs by rank, each beside the others. A run with one rank has none. */
public final class RankRows {
  private static final List<String> RANK = List.of("rank");

  public static final List<Metric<RunAtScrape>> ALL =
      List.of(
          gauge(
              "training_ranks", "Ranks that log, of at most 1,024.", o -> o.run().ranks().count()),
          gauge(
              "training_world_size",
              "Processes that the training has, as its log says or else its processes' environment.",
              o -> o.run().worldSize()),
          gauge(
              "training_rank_info",
              "The rank's number on its machine and the machine, where they are known: of ranks that log,"
                  + " and of processes that this exporter sees; always 1.",
              List.of("rank", "local_rank", "node"),
              RankRows::info),
          row("step", "Newest position of the rank.", RankSnapshot::step),
          row("loss", "Newest finite training loss of the rank.", RankSnapshot::loss),
          row(
              "seconds_per_step",
              "Newest time of a step of the rank: as logged, else from the times of its records.",
              RankSnapshot::secondsPerStep),
          row(
              "last_update_timestamp_seconds",
              "Time of the rank's newest training record.",
              RankSnapshot::updated),
          row(
              "record_interval_seconds",
              "Median of the last 20 gaps between the rank's training records.",
              RankSnapshot::interval),
          row(
              "slowdown_ratio",
              "The rank's median time of a step in its last 50 records, over the median of all ranks.",
              RankSnapshot::slowdown),
          row(
              "loss_deviation_ratio",
              "How far the rank's losses are from what is usual among the ranks at the same steps, as a"
                  + " part of the loss: the median of its last 50; +Inf where its newest is NaN or infinite.",
              RankSnapshot::deviation));

  private RankRows() {}

  private static Metric<RunAtScrape> row(
      String name, String help, ToDoubleFunction<RankSnapshot> value) {
    return gauge(
        "training_rank_" + name,
        help,
        RANK,
        (o, out) -> {
          for (RankSnapshot rank : o.run().ranks().ranks()) {
            out.add(value.applyAsDouble(rank), rank.label());
          }
        });
  }

  private static void info(RunAtScrape o, Samples out) {
    Map<Integer, RankPlace> places = new TreeMap<>();
    o.run().ranks().ranks().forEach(rank -> places.put(rank.place().rank(), rank.place()));
    o.run().host().job().ranks().forEach(p -> places.merge(p.rank(), p, RankPlace::with));
    for (RankPlace place : places.values()) {
      if (!place.localRank().isEmpty() || !place.node().isEmpty()) {
        out.add(1, Integer.toString(place.rank()), place.localRank(), place.node());
      }
    }
  }
}
