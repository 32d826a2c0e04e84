/**
 * One device of NVML and the ways to ask it: numbers, texts, fields, processes, MIG devices, XID
 * errors.
 *
 * <p>In come calls of the binding; out go values, empty where the device does not offer them. Used
 * by the rows and the session. The package must not know which metrics are read by which call.
 */
package org.trainingexporter.gpu.nvml.device;
