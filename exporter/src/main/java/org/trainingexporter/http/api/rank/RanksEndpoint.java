package org.trainingexporter.http.api.rank;

import java.io.IOException;
import org.trainingexporter.http.api.answer.JsonWriter;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.rank.RankSnapshot;
import org.trainingexporter.run.rank.RanksSnapshot;

/** {@code api/ranks}: the ranks of a run that logs by rank; none of any other run. */
public final class RanksEndpoint {
  private RanksEndpoint() {}

  public static void write(JsonWriter json, RunSnapshot run) throws IOException {
    RanksSnapshot ranks = run.ranks();
    double newest = ranks.newest();
    json.<RankSnapshot>objects("ranks", ranks.ranks(), (one, rank) -> write(one, rank, newest));
  }

  private static void write(JsonWriter json, RankSnapshot rank, double newest) throws IOException {
    json.number("rank", rank.place().rank());
    json.text("local_rank", rank.place().localRank());
    json.text("node", rank.place().node());
    json.number("step", rank.step());
    json.number("loss", rank.loss());
    json.number("seconds_per_step", rank.secondsPerStep());
    json.number("updated", rank.updated());
    json.number("slowdown", rank.slowdown());
    json.number("loss_deviation", rank.deviation());
    json.truth("slow", rank.isSlow());
    json.truth("silent", rank.isSilent(newest));
  }
}
