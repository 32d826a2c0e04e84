package org.trainingexporter.parse.eventfile.message;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import org.trainingexporter.event.setting.SettingCollector;

/**
 * Reads events of TensorBoard's writers: when, at which step, and the values of a summary. Graphs,
 * images and sounds are passed over. One thread.
 */
public final class EventReader {
  private static final int LONGEST_TAG = 1_000;
  private static final int LONGEST_PLUGIN = 100;
  private static final int MOST_SETTINGS = 1 << 20;
  private static final String SETTINGS = "hparams";

  /** Receives the values of a summary, one after the other. */
  @FunctionalInterface
  public interface Values {
    /**
     * One value.
     *
     * @param value used again for the next one
     */
    void add(SummaryValue value) throws IOException;
  }

  private final SummaryValue value = new SummaryValue();
  private final SettingCollector settings = new SettingCollector();
  private double time;
  private long step;

  /**
   * Reads one event. Its time and step stand before its values, as every protobuf library writes
   * them.
   *
   * @throws com.google.protobuf.InvalidProtocolBufferException where it is no event
   */
  public void read(CodedInputStream payload, Values to) throws IOException {
    time = Double.NaN;
    step = 0;
    if (!settings.isEmpty()) {
      settings.clear();
    }
    MessageInput in = new MessageInput(payload);
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> time = in.number();
        case 2 -> step = in.whole();
        case 5 -> {
          int outer = in.enter();
          readSummary(in, to);
          in.leave(outer);
        }
        default -> in.skip();
      }
    }
  }

  /** The same of a plain event that was found ahead. */
  public void read(ScalarScan plain, int frame, Values to) throws IOException {
    time = plain.time(frame);
    step = plain.step(frame);
    if (!settings.isEmpty()) {
      settings.clear();
    }
    value.clear();
    value.tag = plain.tag(frame);
    value.scalar = plain.number(frame);
    value.content = SummaryValue.Content.SCALAR;
    to.add(value);
  }

  private void readSummary(MessageInput in, Values to) throws IOException {
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == 1) {
        int outer = in.enter();
        readValue(in);
        in.leave(outer);
        to.add(value);
      } else {
        in.skip();
      }
    }
  }

  private void readValue(MessageInput in) throws IOException {
    value.clear();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> value.tag = tag(in);
        case 2 -> {
          value.scalar = in.number();
          value.content = SummaryValue.Content.SCALAR;
        }
        case 5 -> {
          int outer = in.enter();
          value.histogram.clear();
          value.histogram.read(in);
          value.content = SummaryValue.Content.HISTOGRAM;
          in.leave(outer);
        }
        case 8 -> {
          int outer = in.enter();
          value.tensor.clear();
          value.tensor.read(in);
          value.content = SummaryValue.Content.TENSOR;
          in.leave(outer);
        }
        case 9 -> {
          int outer = in.enter();
          readMetadata(in);
          in.leave(outer);
        }
        default -> in.skip();
      }
    }
  }

  private static ByteString tag(MessageInput in) throws IOException {
    byte[] tag = in.bytes(LONGEST_TAG);
    return tag == null ? ByteString.EMPTY : UnsafeByteOperations.unsafeWrap(tag);
  }

  private void readMetadata(MessageInput in) throws IOException {
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == 1) {
        int outer = in.enter();
        readPlugin(in);
        in.leave(outer);
      } else {
        in.skip();
      }
    }
  }

  private void readPlugin(MessageInput in) throws IOException {
    byte[] data = null;
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> value.plugin = in.text(LONGEST_PLUGIN);
        case 2 -> data = in.bytes(MOST_SETTINGS);
        default -> in.skip();
      }
    }
    if (data != null && value.plugin.equals(SETTINGS)) {
      SettingsMessage.read(data, settings);
    }
  }

  /** When the event was written, seconds since 1970; NaN where it does not say. */
  public double time() {
    return time;
  }

  public long step() {
    return step;
  }

  /** The run's settings in the newest event; mostly none. */
  public SettingCollector settings() {
    return settings;
  }
}
