package org.trainingexporter.run.event;

/**
 * Something that changed in a run.
 *
 * @param id such as {@code validation-3}; it never recurs
 * @param type the value of the label {@code type}
 * @param time seconds since 1970, or unknown
 * @param step or unknown
 * @param message one line without control characters
 */
public record RunEvent(String id, String type, double time, double step, String message) {}
