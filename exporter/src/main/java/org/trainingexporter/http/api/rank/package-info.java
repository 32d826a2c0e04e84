/**
 * {@code api/ranks}: each rank of a run beside the others. In comes the published snapshot of a
 * run, out goes the JSON that docs/api.md describes. Created by {@code Api}. Must not know HTTP,
 * files or metrics.
 */
package org.trainingexporter.http.api.rank;
