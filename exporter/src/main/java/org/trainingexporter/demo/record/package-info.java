/**
 * The files of a simulated run. In: records of {@code demo.story}. Out: JSON lines formatted as
 * Python writes them, and checkpoint directories. Used by {@code demo} and {@code demo.story} only.
 * It must not know what the records mean.
 */
package org.trainingexporter.demo.record;
