/**
 * The state of a run: {@link org.trainingexporter.run.RunState} applies records of {@code event}
 * one by one, says what each did ({@link org.trainingexporter.run.Applied}), and makes immutable
 * {@link org.trainingexporter.run.RunSnapshot}s for {@code metrics}, {@code http} and {@code
 * check}. The rooms within keep one kind of thing each; {@code RecordRouter} says which signal goes
 * where. Only {@code watch} and {@code check} apply records. Nothing here knows a file, a format, a
 * clock or the name of a metric, but for {@code run.figure}.
 */
package org.trainingexporter.run;
