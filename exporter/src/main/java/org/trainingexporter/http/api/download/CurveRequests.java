package org.trainingexporter.http.api.download;

import java.util.List;
import org.trainingexporter.http.api.answer.ApiContext;
import org.trainingexporter.http.api.answer.Parameters;
import org.trainingexporter.http.api.answer.Problem;
import org.trainingexporter.plots.CurveRequest;

/** Requests for curves out of the parameters that every download has. */
final class CurveRequests {
  private CurveRequests() {}

  static CurveRequest of(ApiContext model, Parameters parameters, List<String> signals)
      throws Problem {
    String run = model.run(parameters.run()).identity().name();
    return new CurveRequest(run, signals, parameters.points(), parameters.from(), parameters.to());
  }
}
