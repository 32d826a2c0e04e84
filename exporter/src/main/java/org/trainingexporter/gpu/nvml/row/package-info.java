/**
 * Which NVML call gives which metric of a card. {@code NvmlTable} lists them all; a call that fills
 * several metrics has a class of its own. A call that is not bound yet is declared in {@code
 * gpu.nvml.binding.Nvml} first.
 *
 * <p>In comes a device; out go values in base units. Used by the session, on the thread that reads.
 * The package must not know runs or metric names.
 */
package org.trainingexporter.gpu.nvml.row;
