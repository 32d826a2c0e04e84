/**
 * What changed in a run, as a list of events with messages for people. Everything in {@code run}
 * that notices a change adds to the {@link org.trainingexporter.run.event.EventLog}; {@code
 * metrics}, the API and alerts read its snapshot. Which change is worth an event is decided by
 * whoever adds it; only the start, restart, rewind and end of a training are decided here.
 */
package org.trainingexporter.run.event;
