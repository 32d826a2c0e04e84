/**
 * A simulated run for {@code ./run} without a directory, for pictures, tests and measurements. In:
 * a clock and a seed. Out: logs and checkpoints in a directory, as a real training writes them.
 * Used by the {@code demo} command and the benchmarks. The rest of the exporter reads these files
 * like any others and must not know that they are simulated.
 */
package org.trainingexporter.demo;
