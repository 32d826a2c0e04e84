/**
 * What is kept of each signal of a run: the newest value, the mean of the newest values, and a
 * speed or total that follows from them. {@link org.trainingexporter.run.signal.SignalTable} has
 * one row a signal; {@code run} sends each value of a record to it and asks for a {@link
 * org.trainingexporter.run.signal.SignalsSnapshot}. A new signal is a row there, and a keeper where
 * none of those here fits. Nothing here knows a metric, the plan, validations or layers.
 */
package org.trainingexporter.run.signal;
