/**
 * Where the hours of a run went, from the log alone. {@code run} adds each training record,
 * validation and checkpoint in order; a {@link org.trainingexporter.run.goodput.GoodputSnapshot}
 * comes out. All times are seconds since 1970, durations are seconds.
 *
 * <p>The result is a pure function of what was added, so that a second reading of the log gives the
 * same, and no sum ever falls. Nothing here knows a record, a key or a signal.
 */
package org.trainingexporter.run.goodput;
