/**
 * Windows over the newest values of something, and counters by enum: plain data structures without
 * a meaning. Whoever keeps a mean or a median in {@code run} uses them; they know nobody.
 */
package org.trainingexporter.run.window;
