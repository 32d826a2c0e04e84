/**
 * Work that may hang, such as reading from a network file system. A room makes {@link
 * org.trainingexporter.service.step.Step}s and says what belongs to each; {@link
 * org.trainingexporter.service.step.Steps} runs them on the caller's thread, {@link
 * org.trainingexporter.service.step.Crew} on threads of its own, which are left alone with what
 * hangs. {@link org.trainingexporter.service.step.GuardedCalls} gives results back.
 *
 * <p>Any room may use this package; it knows no file and no run.
 */
package org.trainingexporter.service.step;
