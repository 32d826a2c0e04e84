/**
 * How long ago something changed, by the monotonic clock: {@link
 * org.trainingexporter.tail.age.ListingRule} for directories, {@link
 * org.trainingexporter.tail.age.Silence} for files.
 *
 * <p>In come states as the file system shows them and the nanoseconds of a clock that never jumps;
 * out goes whether to read again. {@code tail}, {@code parse} and {@code watch} call it. Nothing
 * here touches a file. The wall clock counts only where a file is seen for the first time.
 */
package org.trainingexporter.tail.age;
