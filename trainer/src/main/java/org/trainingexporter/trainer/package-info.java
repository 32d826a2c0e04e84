/**
 * The trainer: a small program that trains networks with DJL and shows them on a page. In come
 * flags and environment variables, which {@link org.trainingexporter.trainer.TrainerFlags} defines;
 * out come a running web server and an exit code. Only {@code TrainerMain} ends the process.
 *
 * <p>The trainer knows nothing of the exporter but the URL of its page: what the exporter shows, it
 * reads from the logs that trainings write.
 */
package org.trainingexporter.trainer;
