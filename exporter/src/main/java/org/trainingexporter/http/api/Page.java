package org.trainingexporter.http.api;

/** One path of the API: from what is asked to what is answered. */
interface Page {
  Json.Part answer(Parameters parameters) throws Problem;
}
