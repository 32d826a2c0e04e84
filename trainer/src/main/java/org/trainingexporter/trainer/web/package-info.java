/**
 * The trainer's web server and its queue of trainings. In come requests of the page, out come the
 * page's files, and status and decision regions as JSON. Trainings run one after the other on a
 * thread of their own.
 *
 * <p>Called by {@code TrainerMain}. Everything that starts or stops a training passes {@link
 * org.trainingexporter.trainer.web.RequestGuard} first.
 */
package org.trainingexporter.trainer.web;
