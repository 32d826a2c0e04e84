/**
 * Reads the GPUs of the machine. In come the options and the watched runs; out goes a {@link
 * org.trainingexporter.gpu.GpuSnapshot}: the values of each card, which run it works for, and how
 * the reading went.
 *
 * <p>{@link org.trainingexporter.gpu.GpuMonitor} is the entry point, used by the wiring alone, so
 * that nothing here is loaded where GPUs are off. Others may know only snapshots. The room has its
 * own threads, since a driver may hang in any call. It must not know metrics, logs or settings.
 */
package org.trainingexporter.gpu;
