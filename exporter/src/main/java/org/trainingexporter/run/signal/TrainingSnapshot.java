package org.trainingexporter.run.signal;

/** The newest of each training signal, and means of the last 50 or 100. */
public record TrainingSnapshot(
    double loss,
    double meanLoss,
    double auxiliaryLoss,
    double learningRate,
    double gradientNorm,
    double meanGradientNorm,
    double stepsPerSecond,
    double meanStepsPerSecond,
    double tokensPerSecond,
    double samplesPerSecond,
    double accuracy,
    double tokens) {}
