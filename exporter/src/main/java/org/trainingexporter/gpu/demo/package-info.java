/**
 * Invented cards for the demo: eight H100s whose values follow from the clock and the states of the
 * runs.
 *
 * <p>In come a clock and the runs; out go readings, as from a driver. Used by the entry point of
 * the GPU room alone. The package must not know NVML.
 */
package org.trainingexporter.gpu.demo;
