/**
 * Settings of a run, its hyper-parameters, as texts. In come the keys and values of configuration
 * records and files; out comes a bounded map from name to text in which {@link
 * org.trainingexporter.event.setting.SecretMask} has replaced what may be a secret.
 *
 * <p>{@code parse} fills it, {@code run} keeps it. It must not know where a setting was written.
 */
package org.trainingexporter.event.setting;
