package org.trainingexporter.gpu.reading;

import java.util.List;

/**
 * The cards of one vendor. Only one thread reads and closes it. A reading may block for as long as
 * the driver does.
 */
public interface GpuSource extends AutoCloseable {
  /**
   * Reads every card once; a card that cannot be read is left out.
   *
   * @throws GpuUnavailableException if there is no driver or no card to ask
   */
  List<Gpu> read() throws GpuUnavailableException;

  /** Releases the driver; a later reading opens it again. */
  @Override
  void close();
}
