package org.trainingexporter.process;

/**
 * A process; ids are used again, so that the start belongs to it.
 *
 * @param start in clock ticks since the machine started
 */
record ProcessId(long pid, long start) {}
