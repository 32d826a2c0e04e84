/**
 * Validations and checkpoints of a run. {@link
 * org.trainingexporter.run.validation.ValidationRecorder} turns the values of one record into a
 * validation and its events; {@link org.trainingexporter.run.validation.CheckpointList} joins each
 * checkpoint with the validation, or else the reward, that rates it. {@code run} calls both;
 * snapshots come out. Nothing here knows how a checkpoint is found on disk or how a signal is read.
 */
package org.trainingexporter.run.validation;
