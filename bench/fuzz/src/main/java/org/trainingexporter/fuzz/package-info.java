/**
 * What the fuzzer calls, one target for each reader of what others write. In come bytes of the
 * fuzzer, out goes nothing: a target that throws has found something.
 */
package org.trainingexporter.fuzz;
