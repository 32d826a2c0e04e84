/**
 * The ranks of a training that logs by rank. In come training records with the rank that wrote
 * them; out goes a snapshot of each rank beside the others: how far it is, its loss, how long its
 * steps take. {@link org.trainingexporter.run.rank.RankTable} is all that {@code run} knows of it.
 * Nothing here knows files, processes or metrics.
 */
package org.trainingexporter.run.rank;
