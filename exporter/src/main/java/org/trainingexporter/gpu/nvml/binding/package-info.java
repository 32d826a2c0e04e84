/**
 * NVML as its C header declares it: functions, structs, return codes, and the loaded library.
 *
 * <p>Tests compare the structs with a C compiler. Used by the other {@code gpu.nvml} packages. The
 * package must not know cards, metrics or what an answer means.
 */
package org.trainingexporter.gpu.nvml.binding;
