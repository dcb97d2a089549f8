package dateline.launcher.registry;

import dateline.runtime.http.HttpServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A running schema registry. It writes down its default compatibility, FULL_TRANSITIVE, so that a
 * registry of Confluent's that is pointed at the same cluster later has the same.
 */
public final class EmbeddedRegistry implements AutoCloseable {

  private final SchemaStore store;
  private final HttpServer server;

  private EmbeddedRegistry(SchemaStore store, HttpServer server) {
    this.store = store;
    this.server = server;
  }

  /**
   * Reads {@code _schemas}, making it if need be, and begins to answer.
   *
   * @param bootstrapServers the Kafka cluster: {@code "localhost:9092"}
   * @param host what to listen on: {@code "127.0.0.1"}
   * @param port 0 for any free one
   * @throws dateline.runtime.http.CannotListenException if it cannot listen there
   * @throws IllegalStateException if the topic cannot be used
   */
  public static EmbeddedRegistry start(String bootstrapServers, String host, int port) {
    return start(Map.of("bootstrap.servers", bootstrapServers), host, port);
  }

  /**
   * The same with more settings for the Kafka clients: security.
   *
   * @param client begins every client's configuration; {@code bootstrap.servers} must be there
   */
  public static EmbeddedRegistry start(Map<String, Object> client, String host, int port) {
    SchemaStore store = open(client);
    try {
      HttpServer server =
          HttpServer.start("schema registry", host, port, new RegistryRoutes(store).routes());
      return new EmbeddedRegistry(store, server);
    } catch (dateline.runtime.http.CannotListenException e) {
      store.close();
      throw e;
    }
  }

  private static SchemaStore open(Map<String, Object> client) {
    try {
      SchemaStore store = SchemaStore.open(client);
      store.change(book ->
          book.level(Optional.empty()).isPresent()
              ? new RegistryRules.Change<>(List.of(), Compatibility.FULL_TRANSITIVE)
              : RegistryRules.setLevel(Optional.empty(), "FULL_TRANSITIVE"));
      return store;
    } catch (RegistryRefusal e) {
      throw new IllegalStateException(
          "The schema registry cannot write and read the topic _schemas. See that Kafka runs.", e);
    }
  }

  /** Where it answers, without a slash at the end: {@code "http://127.0.0.1:8081"}. */
  public String url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
