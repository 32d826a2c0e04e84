package org.trainingexporter.run.validation;

/** The newest evaluation and the best of the current attempt. */
public record ValidationSnapshot(ValidationResult newest, ValidationResult best, double accuracy) {}
