/**
 * What the loss will be at the plan's end. {@code run} adds losses with their positions; a {@link
 * org.trainingexporter.run.forecast.LossForecast} comes out: a power law that is fitted to the last
 * half of them, and the band that it lies in with a probability of 80 %. Fitted once for each new
 * loss that counts, never for a scrape. Nothing here knows a record, a key or a time.
 */
package org.trainingexporter.run.forecast;
