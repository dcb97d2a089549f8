package dateline.runtime.http;

import java.io.IOException;
import java.time.Duration;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Serves {@link Routes} on a port until it is closed, each request on its own virtual thread.
 * Closing lets requests under way finish for two seconds.
 */
public final class HttpServer implements AutoCloseable {
  private static final Duration STOP = Duration.ofSeconds(2);
  private static final Duration IDLE = Duration.ofSeconds(30);

  private final Server server;
  private final String host;
  private final int port;

  private HttpServer(Server server, String host, int port) {
    this.server = server;
    this.host = host;
    this.port = port;
  }

  /**
   * Starts a server.
   *
   * @param name what people call it: {@code "newsroom"}
   * @param host what to listen on: {@code "127.0.0.1"}, or {@code "0.0.0.0"} for everybody
   * @param port 0 for any free one
   * @throws CannotListenException if it cannot listen there
   */
  public static HttpServer start(String name, String host, int port, Routes routes) {
    QueuedThreadPool threads = new QueuedThreadPool(16, 2);
    threads.setName(name + "-http");
    threads.setDaemon(true);
    threads.setVirtualThreadsExecutor(
        VirtualThreads.getNamedVirtualThreadsExecutor(name + "-http-"));
    Server server = new Server(threads);
    ServerConnector connector =
        new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE.toMillis());
    server.addConnector(connector);
    JettyHandler handler = new JettyHandler(name, routes);
    server.setHandler(new GracefulHandler(handler));
    server.setErrorHandler(handler::refuse);
    server.setStopTimeout(STOP.toMillis());
    try {
      connector.open();
    } catch (IOException e) {
      throw new CannotListenException(name, host, port, e);
    }
    LifeCycle.start(server);
    return new HttpServer(server, host, connector.getLocalPort());
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(true);
    http.setUriCompliance(UriCompliance.DEFAULT);
    return http;
  }

  /** The port it listens on. */
  public int port() {
    return port;
  }

  /** Where this machine reaches it, without a slash at the end: {@code "http://127.0.0.1:8080"}. */
  public String url() {
    String reachable = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
    return "http://" + (reachable.contains(":") ? '[' + reachable + ']' : reachable) + ':' + port;
  }

  @Override
  public void close() {
    LifeCycle.stop(server);
  }
}
