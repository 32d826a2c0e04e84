/**
 * The files of settings beside a run's logs. In come the files that the directories of a run hold,
 * out come their settings when they have changed.
 *
 * <p>{@code watch.RunFolder} calls it. It must not know a run.
 */
package org.trainingexporter.watch.setting;
