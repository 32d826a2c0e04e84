package org.trainingexporter.http.api.answer;

/** One path of the API, answered from memory. */
public interface Endpoint {
  /**
   * The body of the reply.
   *
   * @throws Problem if there is none, with the reason
   */
  JsonWriter.JsonPart answer(Parameters parameters) throws Problem;
}
