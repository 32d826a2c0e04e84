package org.trainingexporter.http.listen;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.Buffers;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.Conduits;
import org.xnio.conduits.StreamSinkConduit;

/**
 * Tells a connection whether its client reads. Offers the socket small pieces only, since Java
 * copies all that it is offered outside the heap.
 */
final class MeteredSink extends AbstractStreamSinkConduit<StreamSinkConduit> {
  private static final int PIECE_BYTES = 64 * 1024;

  private final ClientConnection connection;

  MeteredSink(StreamSinkConduit socket, ClientConnection connection) {
    super(socket);
    this.connection = connection;
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    int total = 0;
    while (from.hasRemaining()) {
      int offered = Math.min(from.remaining(), PIECE_BYTES);
      int end = from.limit();
      from.limit(from.position() + offered);
      int written;
      try {
        written = next.write(from);
      } finally {
        from.limit(end);
      }
      total += written;
      if (written < offered) {
        break;
      }
    }
    connection.wrote(total > 0, from.hasRemaining());
    return total;
  }

  @Override
  public long write(ByteBuffer[] from, int offset, int length) throws IOException {
    if (Buffers.remaining(from, offset, length) <= PIECE_BYTES) {
      long written = next.write(from, offset, length);
      connection.wrote(written > 0, Buffers.hasRemaining(from, offset, length));
      return written;
    }
    long total = 0;
    for (int i = offset; i < offset + length; i++) {
      total += write(from[i]);
      if (from[i].hasRemaining()) {
        break;
      }
    }
    return total;
  }

  @Override
  public int writeFinal(ByteBuffer from) throws IOException {
    return Conduits.writeFinalBasic(this, from);
  }

  @Override
  public long writeFinal(ByteBuffer[] from, int offset, int length) throws IOException {
    return Conduits.writeFinalBasic(this, from, offset, length);
  }
}
