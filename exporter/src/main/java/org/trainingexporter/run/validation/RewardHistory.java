package org.trainingexporter.run.validation;

import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.position.RecordPosition;

/** The rewards of a run: they rate the checkpoints of a run that has no validation loss. */
public final class RewardHistory {
  private final ValidationHistory rewards = new ValidationHistory();

  /** Adds the newest; one that is not finite rates nothing. */
  public void add(double reward, RecordPosition at, double epoch) {
    if (Double.isFinite(reward)) {
      rewards.add(Validation.ofReward(at.position(), epoch, reward));
      rewards.trained(); // it is of a training record, and no later attempt owns it
    }
  }

  /** The signal is read by another alias from now on. */
  public void reset(Signal signal) {
    if (signal == Signal.REWARD) {
      rewards.clear();
    }
  }

  /** The attempt went back to that position. */
  public void rewind(double to) {
    rewards.rewind(to);
  }

  /** A new attempt begins at that position. */
  public void restart(double at) {
    rewards.restart(at);
  }

  ValidationHistory history() {
    return rewards;
  }
}
