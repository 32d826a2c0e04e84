package org.trainingexporter.service.step;

import java.util.List;

/**
 * A piece of work that may hang, as reading from a dead network file system does.
 *
 * @param name what it works on, for people
 * @param subjects what belongs to it while it runs: of two steps with one in common only one runs
 */
public record Step(String name, List<?> subjects, Runnable work) {}
