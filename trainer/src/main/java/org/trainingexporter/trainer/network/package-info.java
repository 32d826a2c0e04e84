/**
 * The networks: DJL blocks with named layers that keep the activations of the latest training
 * batch, so that a monitor can log them.
 *
 * <p>Called by settings, training and monitor. Must not know data sets, logs or the page.
 */
package org.trainingexporter.trainer.network;
