package dateline.launcher;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.errors.NotControllerException;
import org.apache.kafka.common.message.BrokerHeartbeatRequestData;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.controller.Controller;
import org.apache.kafka.controller.ControllerRequestContext;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.metadata.BrokerRegistration;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * Kafka's controller and broker as {@link KafkaRaftServer} makes them, with one step between them:
 * a broker that was killed is taken out of service before the new one starts.
 *
 * <p>Without it the new broker first takes the killed one's partitions for its own, begins to end
 * the transactions that were open, and then is told that the killed one is gone and nobody leads
 * them. A transaction coordinator takes a partition that nobody leads for a deleted one and calls
 * the transaction done without the marker in it (Kafka 4.3.1, {@code
 * TransactionMarkerChannelManager}); the positions that the transaction committed then hang for
 * ever, and with them the application.
 */
final class KafkaNode implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(KafkaNode.class);
  private static final long PATIENCE_SECONDS = 60;
  private static final long PAUSE_NANOS = 10_000_000;

  private final ControllerServer controller;
  private final BrokerServer broker;

  private KafkaNode(ControllerServer controller, BrokerServer broker) {
    this.controller = controller;
    this.broker = broker;
  }

  /**
   * Starts a formatted node with both roles.
   *
   * @throws StartException if the controller does not work within a minute
   */
  static KafkaNode start(KafkaConfig config) {
    Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> folders =
        KafkaRaftServer.initializeLogDirs(config, log, "");
    String clusterId = folders._1().clusterId().orElseThrow();
    Metrics metrics = Server.initializeMetrics(config, Time.SYSTEM, clusterId);
    SharedServer shared =
        new SharedServer(
            config,
            folders._1(),
            Time.SYSTEM,
            metrics,
            CompletableFuture.completedFuture(
                QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
            QuorumConfig.parseBootstrapServers(config.quorumConfig().bootstrapServers()),
            new StandardFaultHandlerFactory(),
            ServerSocketFactory.INSTANCE);
    ControllerServer controller =
        new ControllerServer(shared, KafkaRaftServer.configSchema(), folders._2());
    KafkaNode node = new KafkaNode(controller, new BrokerServer(shared));
    boolean works = false;
    try {
      controller.startup();
      node.fenceTheKilled(shared);
      node.broker.startup();
      works = true;
      return node;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Kafka was stopped while it started", e);
    } finally {
      if (!works) {
        node.close();
      }
    }
  }

  /** Asks the controller, in the killed broker's name, to fence it as at its orderly end. */
  private void fenceTheKilled(SharedServer shared) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    Optional<BrokerRegistration> killed = registered(shared).filter(broker -> !broker.fenced());
    while (killed.isPresent() && !fence(controller.controller(), killed.get())) {
      if (System.nanoTime() > deadline) {
        throw new StartException(
            "Kafka's controller does not become active within a minute; see whether the disk of the data folder is slow, and start it again.");
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** This node's broker, as the controller's log has it. */
  private Optional<BrokerRegistration> registered(SharedServer shared) throws InterruptedException {
    var first = new FirstImage();
    within(shared.loader().installPublishers(List.of(first)));
    MetadataImage image = within(first.image);
    within(shared.loader().removeAndClosePublisher(first));
    return Optional.ofNullable(image.cluster().broker(controller.config().nodeId()));
  }

  /** Whether the controller took it; before it is active it says so at once or in its answer. */
  static boolean fence(Controller controller, BrokerRegistration killed)
      throws InterruptedException {
    var heartbeat =
        new BrokerHeartbeatRequestData()
            .setBrokerId(killed.id())
            .setBrokerEpoch(killed.epoch())
            .setWantFence(true);
    var context =
        new ControllerRequestContext(
            new RequestHeaderData(), KafkaPrincipal.ANONYMOUS, OptionalLong.empty());
    try {
      return within(controller.processBrokerHeartbeat(context, heartbeat)).isFenced();
    } catch (NotControllerException e) {
      return false;
    } catch (IllegalStateException e) {
      if (e.getCause() instanceof NotControllerException) {
        return false;
      }
      throw e;
    }
  }

  private static <T> T within(CompletableFuture<T> future) throws InterruptedException {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Kafka's controller refuses", e.getCause());
    } catch (TimeoutException e) {
      throw new StartException(
          "Kafka's controller does not answer within a minute; see whether the disk of the data folder is slow, and start it again.",
          e);
    }
  }

  /** Stops in order: what was acknowledged is on disk. */
  @Override
  public void close() {
    broker.shutdown();
    controller.shutdown();
    broker.awaitShutdown();
    controller.awaitShutdown();
  }

  private static final class FirstImage implements MetadataPublisher {

    private final CompletableFuture<MetadataImage> image = new CompletableFuture<>();

    @Override
    public String name() {
      return "FirstImage";
    }

    @Override
    public void onMetadataUpdate(
        MetadataDelta delta, MetadataImage newImage, LoaderManifest manifest) {
      image.complete(newImage);
    }

    @Override
    public void close() {}
  }
}
