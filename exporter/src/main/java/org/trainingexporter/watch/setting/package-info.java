/**
 * What is set for a run outside its logs. In come the files of settings that the directories of a
 * run hold, and the configuration's rule; out come their settings when they have changed, and the
 * run's schedule and cost.
 *
 * <p>{@code watch} and {@code check} call it. It must not know a run's logs.
 */
package org.trainingexporter.watch.setting;
