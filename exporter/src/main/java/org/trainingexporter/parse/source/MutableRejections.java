package org.trainingexporter.parse.source;

import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.RejectionListener;

/** Passes rejections on, but for those of lines that are read a second time. One thread. */
public final class MutableRejections implements RejectionListener {
  private final RejectionListener to;
  private boolean muted;
  private boolean hidden;

  public MutableRejections(RejectionListener to) {
    this.to = to;
  }

  void mute(boolean isMuted) {
    muted = isMuted;
  }

  /** Whether the text of a line is kept back, since nothing says yet that its file is a log. */
  void hide(boolean isHidden) {
    hidden = isHidden;
  }

  @Override
  public void rejected(Rejection reason, long line, String key, String detail) {
    if (!muted) {
      to.rejected(reason, line, key, hidden ? "(not shown)" : detail);
    }
  }
}
