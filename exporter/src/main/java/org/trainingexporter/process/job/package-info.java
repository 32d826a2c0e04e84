/**
 * The job of a scheduler that a process is of. In come the texts that {@code /proc} has of one
 * process, out goes a {@link org.trainingexporter.process.job.ProcessJob}. Of an environment only
 * the variables that {@code JobVariable} names are read; nothing else of it is kept, logged or
 * shown. Nothing here reads a file or knows a run.
 */
package org.trainingexporter.process.job;
