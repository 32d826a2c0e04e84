/**
 * Files of settings beside a log, such as {@code config.json} and {@code hparams.yaml}. In comes a
 * path, out come texts by name, bounded and without secrets.
 *
 * <p>{@code watch} and {@code check} call it. It must not know which file belongs to which run.
 */
package org.trainingexporter.parse.setting;
