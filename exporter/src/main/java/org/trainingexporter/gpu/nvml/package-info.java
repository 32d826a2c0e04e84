/**
 * NVIDIA's cards, read through NVML.
 *
 * <p>Out go readings, and XID errors in the log; in comes nothing but the driver's answers. The
 * library is loaded by the first reading, on the thread that reads. A crash inside it ends the
 * process. Used by the entry point of the GPU room alone. The package must not know runs.
 */
package org.trainingexporter.gpu.nvml;
