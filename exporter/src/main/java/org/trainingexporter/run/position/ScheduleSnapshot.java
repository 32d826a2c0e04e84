package org.trainingexporter.run.position;

/** What it is meant to be. */
public record ScheduleSnapshot(
    double steps, double epochs, double warmupSteps, double warmupEnd, double highestRate) {}
