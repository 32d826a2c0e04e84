/**
 * Whether a signal behaves: values that are NaN or infinite, and spikes. {@code run.signal} adds
 * each value that is logged; a {@link org.trainingexporter.run.health.HealthSnapshot} comes out.
 * Events and means are made elsewhere: nothing here knows a key or a message.
 */
package org.trainingexporter.run.health;
