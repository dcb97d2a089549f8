package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.apache.kafka.common.Endpoint;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.NotControllerException;
import org.apache.kafka.common.errors.StaleBrokerEpochException;
import org.apache.kafka.common.message.BrokerHeartbeatRequestData;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.controller.Controller;
import org.apache.kafka.metadata.BrokerHeartbeatReply;
import org.apache.kafka.metadata.BrokerRegistration;
import org.junit.jupiter.api.Test;

/** What a controller says to whoever fences a killed broker, as QuorumController 4.3.1 says it. */
class KafkaNodeTest {

  private static final BrokerRegistration KILLED =
      new BrokerRegistration.Builder()
          .setId(1)
          .setEpoch(42)
          .setIncarnationId(Uuid.randomUuid())
          .setListeners(
              List.of(new Endpoint("PLAINTEXT", SecurityProtocol.PLAINTEXT, "127.0.0.1", 9092)))
          .setRack(Optional.empty())
          .setFenced(false)
          .setInControlledShutdown(false)
          .setDirectories(List.of(Uuid.randomUuid()))
          .build();

  @Test
  void anActiveControllerFencesIt() throws Exception {
    Controller active =
        controller(() ->
            CompletableFuture.completedFuture(new BrokerHeartbeatReply(true, true, false, false)));
    assertThat(KafkaNode.fence(active, KILLED)).isTrue();
  }

  @Test
  void oneThatIsNotActiveYetIsAskedAgain() throws Exception {
    Controller throwing =
        controller(() -> {
          throw new NotControllerException("The active controller appears to be node 1.");
        });
    Controller failing =
        controller(() -> CompletableFuture.failedFuture(new NotControllerException("not yet")));
    Controller wrapping =
        controller(() ->
            CompletableFuture.failedFuture(
                new CompletionException(new NotControllerException("not yet"))));
    assertThat(KafkaNode.fence(throwing, KILLED)).as("thrown").isFalse();
    assertThat(KafkaNode.fence(failing, KILLED)).as("answered").isFalse();
    assertThat(KafkaNode.fence(wrapping, KILLED)).as("answered, wrapped").isFalse();
  }

  @Test
  void anyOtherRefusalIsNotPassedOver() {
    Controller refusing =
        controller(() -> CompletableFuture.failedFuture(new StaleBrokerEpochException("stale")));
    assertThatThrownBy(() -> KafkaNode.fence(refusing, KILLED))
        .isInstanceOf(IllegalStateException.class)
        .hasCauseInstanceOf(StaleBrokerEpochException.class);
  }

  private static Controller controller(Supplier<CompletableFuture<BrokerHeartbeatReply>> answer) {
    return (Controller)
        Proxy.newProxyInstance(
            Controller.class.getClassLoader(),
            new Class<?>[] {Controller.class},
            (_, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("processBrokerHeartbeat");
              BrokerHeartbeatRequestData asked = (BrokerHeartbeatRequestData) arguments[1];
              assertThat(asked.brokerId()).isEqualTo(1);
              assertThat(asked.brokerEpoch()).isEqualTo(42);
              assertThat(asked.wantFence()).isTrue();
              return answer.get();
            });
  }
}
