/**
 * Whether the processes of runs live, and which process works for which run, read from {@code
 * /proc}. In come the watched runs and the processes on their cards; out goes what is known of each
 * run's processes. {@code gpu} uses it to join cards to runs. The package must not know logs'
 * contents, drivers or metrics. Everything reads a directory that is laid out like {@code /proc},
 * so that tests can make one.
 */
package org.trainingexporter.process;
