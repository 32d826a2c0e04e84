/**
 * The messages in event files, read field by field from protobuf's wire format: {@link
 * org.trainingexporter.parse.eventfile.message.EventReader} hands out the values of an event's
 * summary. The messages are those of TensorFlow and TensorBoard, declared here by hand as far as
 * they matter.
 *
 * <p>In come payloads of frames, out go times, steps, tags and numbers. Graphs, images and sounds
 * are passed over and cost no memory. Nothing here knows a key's meaning or a run.
 */
package org.trainingexporter.parse.eventfile.message;
