package org.trainingexporter.trainer.network;

import ai.djl.nn.Activation;
import ai.djl.nn.Block;

/** Activation: the non-linearity between two layers. */
public enum ActivationKind {
  RELU,
  TANH,
  GELU,
  LEAKY_RELU;

  Block block() {
    return switch (this) {
      case RELU -> Activation.reluBlock();
      case TANH -> Activation.tanhBlock();
      case GELU -> Activation.geluBlock();
      case LEAKY_RELU -> Activation.leakyReluBlock(0.01f);
    };
  }
}
