package org.trainingexporter.run.validation;

/** The newest validation, and the best of the current attempt. */
public record ValidationSnapshot(ValidationResult newest, ValidationResult best) {}
