package org.trainingexporter.gpu.reading;

import java.util.List;

/**
 * The cards of one vendor. One thread alone reads and closes it; a reading may block for as long as
 * the driver does.
 */
public interface GpuSource extends AutoCloseable {
  /**
   * Reads every card once; a card that cannot be read is left out.
   *
   * @throws GpuUnavailableException if there is no driver or no card to ask
   */
  List<Gpu> read() throws GpuUnavailableException;

  /** Lets go of the driver; a later reading takes hold of it again. */
  @Override
  void close();
}
