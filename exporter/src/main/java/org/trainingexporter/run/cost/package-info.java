/**
 * What a run costs and how well it uses its cards: plain arithmetic on hours, cards, prices, tokens
 * and peaks. The terms come from the configuration, the rest from a snapshot of the run; {@code
 * run.figure} and the metrics read the results. Nothing here knows a run, a log or a driver.
 */
package org.trainingexporter.run.cost;
