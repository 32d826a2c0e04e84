package org.trainingexporter.run.event;

/** Something that changed. */
public record RunEvent(String id, String type, double time, double step, String message) {}
