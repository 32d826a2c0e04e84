/**
 * From single values to records. {@link org.trainingexporter.parse.eventfile.step.StepJoiner} joins
 * the values that one directory has of a step; {@link
 * org.trainingexporter.parse.eventfile.step.StepRecords} makes records of these groups, and {@code
 * LeadingTag} finds out whose steps are the training's.
 *
 * <p>In come tags with numbers and tensors, in the order of their files; out go records. Nothing
 * here knows how a file is read or followed.
 */
package org.trainingexporter.parse.eventfile.step;
