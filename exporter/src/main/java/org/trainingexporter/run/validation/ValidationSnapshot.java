package org.trainingexporter.run.validation;

/** The newest validation, and the best of the current attempt. */
public record ValidationSnapshot(ValidationResult newest, ValidationResult best) {

  /** The same of a language model: see {@link ValidationResult#ofLanguageModel}. */
  public ValidationSnapshot ofLanguageModel() {
    return new ValidationSnapshot(newest.ofLanguageModel(), best.ofLanguageModel());
  }
}
