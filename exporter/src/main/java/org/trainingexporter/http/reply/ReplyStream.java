package org.trainingexporter.http.reply;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.trainingexporter.http.listen.ReplyMeter;
import org.xnio.ChannelListeners;
import org.xnio.channels.StreamSinkChannel;

/**
 * A reply that is sent while it is written, without a thread that waits for its reader: what the
 * socket does not accept is kept and sent later. Only beyond some megabytes the writer waits, as
 * long as the client reads. For one worker; after {@link #close} the I/O thread goes on.
 */
public final class ReplyStream extends OutputStream {
  private static final int CHUNK_BYTES = 32 * 1024;

  /** A reply up to this size is sent as a whole, with its length. */
  private static final int SHORT_BYTES = 2 * CHUNK_BYTES;

  private static final long MOST_WAITING_BYTES = 8L << 20;
  private static final long WAIT_MILLIS = 100;
  private static final long STALL_NANOS = 2_000_000_000L;

  private final HttpServerExchange exchange;
  private final ReplyMeter meter;
  private final Deque<ByteBuffer> waiting = new ArrayDeque<>();
  private ByteBuffer current = ByteBuffer.allocate(CHUNK_BYTES);
  private StreamSinkChannel channel;
  private long waitingBytes;

  public ReplyStream(HttpServerExchange exchange) {
    this.exchange = exchange;
    this.meter = ReplyMeter.of(exchange);
    meter.measureBySender();
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int at = from;
    int end = from + length;
    while (at < end) {
      int part = Math.min(end - at, current.remaining());
      current.put(bytes, at, part);
      at += part;
      if (!current.hasRemaining()) {
        enqueue();
        current = ByteBuffer.allocate(CHUNK_BYTES);
        if (waitingBytes > SHORT_BYTES) {
          send();
          waitWhileTooMuch();
        }
      }
    }
  }

  /** Forgets what was written. Must not be called after something was sent. */
  public void reset() {
    waiting.clear();
    add(-waitingBytes);
    current.clear();
  }

  private void enqueue() {
    current.flip();
    waiting.add(current);
    add(current.remaining());
  }

  private void add(long bytes) {
    waitingBytes += bytes;
    meter.add(bytes);
  }

  /** Sends what the socket accepts. */
  private void send() throws IOException {
    if (channel == null) {
      channel = exchange.getResponseChannel();
      if (channel == null) {
        throw new IOException("the connection is closed");
      }
    }
    while (!waiting.isEmpty()) {
      ByteBuffer first = waiting.peek();
      int written = channel.write(first);
      if (written > 0) {
        add(-written);
      }
      if (first.hasRemaining()) {
        return;
      }
      waiting.remove();
    }
  }

  private void waitWhileTooMuch() throws IOException {
    long progress = System.nanoTime();
    while (waitingBytes > MOST_WAITING_BYTES) {
      long before = waitingBytes;
      channel.awaitWritable(WAIT_MILLIS, TimeUnit.MILLISECONDS);
      send();
      if (waitingBytes < before) {
        progress = System.nanoTime();
      } else if (System.nanoTime() - progress > STALL_NANOS) {
        throw new IOException("the client does not read its reply");
      }
    }
  }

  /** Ends the reply. What is left of it is sent by the I/O thread. */
  @Override
  public void close() throws IOException {
    if (current == null) {
      return;
    }
    enqueue();
    current = null;
    if (channel == null) {
      exchange.setResponseContentLength(waitingBytes);
    }
    send();
    if (waiting.isEmpty()) {
      end();
      return;
    }
    channel.getWriteSetter().set(this::resume);
    channel.resumeWrites();
  }

  private void resume(StreamSinkChannel ignored) {
    try {
      send();
      if (waiting.isEmpty()) {
        channel.suspendWrites();
        end();
      }
    } catch (IOException gone) {
      BrokenReply.hangUp(exchange);
    }
  }

  private void end() throws IOException {
    channel.shutdownWrites();
    if (channel.flush()) {
      exchange.endExchange();
      return;
    }
    channel
        .getWriteSetter()
        .set(
            ChannelListeners.flushingChannelListener(
                flushed -> exchange.endExchange(), (broken, e) -> BrokenReply.hangUp(exchange)));
    channel.resumeWrites();
  }
}
