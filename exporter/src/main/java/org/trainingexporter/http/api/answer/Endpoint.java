package org.trainingexporter.http.api.answer;

/** One path of the API: from what is asked to what is answered. */
public interface Endpoint {
  JsonWriter.JsonPart answer(Parameters parameters) throws Problem;
}
