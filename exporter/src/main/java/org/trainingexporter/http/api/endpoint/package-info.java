/**
 * One class for each path of the API. In come parameters and published snapshots of runs and GPUs,
 * out comes the JSON that docs/api.md describes.
 *
 * <p>Created by {@code Api}; stream sends some of the same JSON. Must not know HTTP beyond the
 * reply, nor each other's paths.
 */
package org.trainingexporter.http.api.endpoint;
