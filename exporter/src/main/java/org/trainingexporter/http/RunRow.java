package org.trainingexporter.http;

/**
 * One run as the landing page lists it. {@code NaN} means unknown.
 *
 * @param name the run's name, straight from a directory's name: may hold anything
 * @param lastUpdateSeconds time of the newest record, in seconds since 1970
 */
public record RunRow(
    String name,
    String state,
    double step,
    double plannedSteps,
    double loss,
    double lastUpdateSeconds) {}
