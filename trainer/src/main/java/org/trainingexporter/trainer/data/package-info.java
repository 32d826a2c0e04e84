/**
 * The data sets, made by random numbers alone: points on a spiral and drawn digits. The same random
 * source gives the same examples. Out come {@link org.trainingexporter.trainer.data.Examples},
 * plain arrays.
 *
 * <p>Called by settings and training. Must not know DJL or a network.
 */
package org.trainingexporter.trainer.data;
