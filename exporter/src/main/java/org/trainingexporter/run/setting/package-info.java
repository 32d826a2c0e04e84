/**
 * The settings of one run. In come texts by name, from its records and from the files beside its
 * logs; out come all of them, and the plan that they hold: {@link
 * org.trainingexporter.run.setting.PlanReader}.
 *
 * <p>{@code run} calls it. It must not know how a setting is read or masked.
 */
package org.trainingexporter.run.setting;
