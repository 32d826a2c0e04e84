/**
 * What the machine of a run shows of it apart from its logs: its processes and its cards. Filled in
 * by who can see the machine, and read by the state and the figures of a run. Nothing here knows a
 * log, {@code /proc} or a driver.
 */
package org.trainingexporter.run.host;
