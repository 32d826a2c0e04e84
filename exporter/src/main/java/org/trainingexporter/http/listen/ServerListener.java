package org.trainingexporter.http.listen;

import io.undertow.UndertowOptions;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.protocol.http.AlpnOpenListener;
import io.undertow.server.protocol.http.HttpOpenListener;
import io.undertow.server.protocol.http2.Http2OpenListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.trainingexporter.config.web.Tls;
import org.xnio.ChannelListener;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/**
 * Listens on one address: accepts connections within limits, puts TLS around them where configured,
 * and hands their requests to a handler. One I/O thread, four workers, and a thread for the
 * cryptography of handshakes, so that scrapes do not wait behind these.
 */
public final class ServerListener implements AutoCloseable {
  private static final int IO_THREADS = 1;
  private static final int WORKERS = 4;
  private static final int BUFFER_BYTES = 16 * 1024;
  private static final int BUFFERS_KEPT = 16;
  private static final int BUFFERS_KEPT_BY_A_THREAD = 2;
  private static final long CLOSE_MILLIS = 1_000;
  private static final int BACKLOG = 1_000;

  private static final int MAX_HEADER_BYTES = 16 * 1024;
  private static final long MAX_ENTITY_BYTES = 64 * 1024;
  private static final int MAX_HEADERS = 64;
  private static final int MAX_PARAMETERS = 256;
  private static final int RESETS = 100;
  private static final int RESETS_WITHIN_MILLIS = 30_000;

  static {
    ServerLog.install();
  }

  private final XnioWorker worker;
  private final ExecutorService cryptography;
  private final Connections connections;
  private final Optional<TlsConnections> secure;
  private final AcceptingChannel<StreamConnection> server;

  /**
   * Starts to listen.
   *
   * @param tls plain HTTP if empty
   * @param http2 whether HTTP/2 is offered, under TLS only
   * @throws IOException if the address cannot be listened on
   */
  public ServerListener(
      InetSocketAddress listen,
      HttpHandler handler,
      Optional<Tls> tls,
      boolean http2,
      HttpLimits limits)
      throws IOException {
    Xnio xnio = Xnio.getInstance(ServerListener.class.getClassLoader());
    worker = xnio.createWorker(workerOptions());
    cryptography = OneThread.named("http handshakes", new LinkedBlockingQueue<>());
    connections = new Connections(limits, () -> worker.getMXBean().getWorkerQueueSize());
    secure = tls.map(settings -> new TlsConnections(xnio, settings, cryptography));
    ChannelListener<StreamConnection> protocol =
        protocol(new ExchangeTracker(connections, handler), tls.isPresent() && http2, limits);
    try {
      server =
          worker.createStreamConnectionServer(
              listen,
              ChannelListeners.<StreamConnection>openListenerAdapter(
                  socket -> accept(socket, protocol)),
              socketOptions());
      server.resumeAccepts();
    } catch (IOException | RuntimeException e) {
      cryptography.shutdownNow();
      worker.shutdownNow();
      throw e;
    }
  }

  private static OptionMap workerOptions() {
    return OptionMap.builder()
        .set(Options.WORKER_NAME, "http")
        .set(Options.WORKER_IO_THREADS, IO_THREADS)
        .set(Options.WORKER_TASK_CORE_THREADS, WORKERS)
        .set(Options.WORKER_TASK_MAX_THREADS, WORKERS)
        .getMap();
  }

  private static OptionMap socketOptions() {
    return OptionMap.builder()
        .set(Options.WORKER_IO_THREADS, IO_THREADS)
        .set(Options.TCP_NODELAY, true)
        .set(Options.REUSE_ADDRESSES, true)
        .set(Options.BACKLOG, BACKLOG)
        .getMap();
  }

  private static OptionMap protocolOptions(HttpLimits limits) {
    return OptionMap.builder()
        .set(UndertowOptions.MAX_HEADER_SIZE, MAX_HEADER_BYTES)
        .set(UndertowOptions.MAX_ENTITY_SIZE, MAX_ENTITY_BYTES)
        .set(UndertowOptions.MAX_HEADERS, MAX_HEADERS)
        .set(UndertowOptions.MAX_PARAMETERS, MAX_PARAMETERS)
        .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, (int) limits.headers().toMillis())
        .set(UndertowOptions.NO_REQUEST_TIMEOUT, (int) limits.idle().toMillis())
        .set(UndertowOptions.HTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, limits.requestsPerConnection())
        .set(UndertowOptions.HTTP2_SETTINGS_ENABLE_PUSH, false)
        .set(UndertowOptions.MAX_RST_FRAMES_PER_WINDOW, RESETS)
        .set(UndertowOptions.RST_FRAMES_TIME_WINDOW, RESETS_WITHIN_MILLIS)
        .getMap();
  }

  private static ChannelListener<StreamConnection> protocol(
      HttpHandler handler, boolean http2, HttpLimits limits) {
    ByteBufferPool buffers =
        new DefaultByteBufferPool(true, BUFFER_BYTES, BUFFERS_KEPT, BUFFERS_KEPT_BY_A_THREAD);
    OptionMap options = protocolOptions(limits);
    HttpOpenListener http = new HttpOpenListener(buffers, options);
    http.setRootHandler(handler);
    if (!http2) {
      return http;
    }
    Http2OpenListener second = new Http2OpenListener(buffers, options);
    second.setRootHandler(handler);
    return new AlpnOpenListener(buffers, options, http)
        .addProtocol(Http2OpenListener.HTTP2, second, 10);
  }

  private void accept(StreamConnection socket, ChannelListener<StreamConnection> protocol) {
    Optional<ClientConnection> admitted = connections.admit(socket);
    if (admitted.isEmpty()) {
      IoUtils.safeClose(socket);
      return;
    }
    ClientConnection connection = admitted.get();
    socket
        .getSinkChannel()
        .setConduit(new MeteredSink(socket.getSinkChannel().getConduit(), connection));
    StreamConnection channel = socket;
    if (secure.isPresent()) {
      channel = secure.get().wrap(socket, connection::setSecured);
      connection.setChannel(channel);
    } else {
      connection.setSecured();
    }
    protocol.handleEvent(channel);
  }

  /** Uses other TLS settings for connections from now on. Has no effect without TLS. */
  public void use(Tls tls) {
    secure.ifPresent(connections -> connections.use(tls));
  }

  /** Whether clients need TLS. */
  public boolean isSecure() {
    return secure.isPresent();
  }

  /** The address that it listens on, with the actual port. */
  public InetSocketAddress address() {
    return server.getLocalAddress(InetSocketAddress.class);
  }

  /** Connections that are open now. */
  public int connections() {
    return connections.count();
  }

  /** Bytes of replies that wait for their readers now. */
  public long waitingBytes() {
    return connections.waitingBytes();
  }

  /** Stops to listen, gives running requests a second, and returns when all threads have ended. */
  @Override
  public void close() {
    IoUtils.safeClose(server);
    worker.shutdown();
    cryptography.shutdownNow();
    try {
      if (!worker.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
        worker.shutdownNow();
        worker.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      worker.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
