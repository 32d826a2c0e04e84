/**
 * Threads that work on bytes which a reader has read ahead of what it applies. {@link AheadThreads}
 * runs the work and bounds how many readers are ahead, and so the memory.
 *
 * <p>In comes work that computes on memory alone, out goes nothing but its effects. Rooms that read
 * large files call it: {@code parse} through {@code tail.FileAccess}. Nothing here knows a file, a
 * line or a format, so nothing here can hang.
 */
package org.trainingexporter.tail.ahead;
