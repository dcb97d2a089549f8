package dateline.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dateline.contracts.NotificationCommandV1;
import dateline.contracts.ReleaseV1;
import dateline.contracts.Topic;
import dateline.note.MediaNote;
import dateline.runtime.CommandSender;
import dateline.runtime.LogFollower;
import dateline.runtime.LogRecord;
import dateline.runtime.metrics.Meters;
import dateline.runtime.wire.Wire;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.api.TerminationStyle;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The newsroom whole, on a real broker. */
@ExtendWith(KafkaClusterExtension.class)
class NewsroomKafkaIT {
  private final HttpClient client = HttpClient.newHttpClient();
  private final MediaNote note = Samples.note("Ports open", "First.");

  @SuppressWarnings("NullAway.Init") // set by the extension before each test
  KafkaCluster cluster;

  @TempDir Path data;

  @BeforeEach
  void topics() throws Exception {
    try (Admin admin = Admin.create(cluster.getKafkaClientConfiguration())) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(Topic.RELEASES.topicName(), 3, (short) 1),
                  new NewTopic(Topic.NOTIFICATION_COMMANDS.topicName(), 3, (short) 1)))
          .all()
          .get(20, TimeUnit.SECONDS);
    }
  }

  @AfterEach
  void closeClient() {
    client.close();
  }

  @Test
  void aReleasedNoteIsPublicAndStaysSoAfterARestart() throws Exception {
    try (NewsroomApp newsroom = NewsroomApp.start(settings(), Meters.unread("newsroom"))) {
      newsroom.caughtUp().get(20, TimeUnit.SECONDS);
      assertThat(get(newsroom, "/notes/n1").statusCode()).isEqualTo(404);
      release(Samples.fact("n1", 1, Samples.NOON, note));
      assertThat(eventually(newsroom, "/notes/n1").body()).contains("Ports open", "First.");
      assertThat(get(newsroom, "/feed.atom").body()).contains("<title>Ports open</title>");
      assertThat(newsroom.health().ready()).isTrue();
    }
    try (NewsroomApp newsroom = NewsroomApp.start(settings(), Meters.unread("newsroom"))) {
      assertThat(get(newsroom, "/notes/n1").statusCode()).isEqualTo(200);
      assertThat(get(newsroom, "/").body()).contains("Ports open");
    }
  }

  @Test
  void aNewsroomThatHearsNoBrokersSaysSoAndGoesOnWithThem() throws Exception {
    try (NewsroomApp newsroom = NewsroomApp.start(settings(), Meters.unread("newsroom"))) {
      newsroom.caughtUp().get(20, TimeUnit.SECONDS);
      cluster.stopNodes(node -> true, TerminationStyle.GRACEFUL);
      await().atMost(Duration.ofSeconds(30)).until(() -> !newsroom.health().ready());
      assertThat(newsroom.health().live()).isTrue();
      assertThat(newsroom.health().why()).contains("the brokers to answer");
      cluster.startNodes(node -> true);
      await().atMost(Duration.ofSeconds(60)).until(() -> newsroom.health().ready());
    }
  }

  @Test
  void whatTheNewsroomTookIsInTheLog() throws Exception {
    BlockingQueue<NotificationCommandV1> commands = new LinkedBlockingQueue<>();
    try (NewsroomApp newsroom = NewsroomApp.start(settings(), Meters.unread("newsroom"));
        Wire wire = wire();
        LogFollower _ =
            LogFollower.start(
                "test",
                settings().kafka().client(),
                wire,
                List.of(Topic.NOTIFICATION_COMMANDS),
                new LogFollower.From.Beginning(),
                batch ->
                    batch.stream()
                        .map(LogRecord::value)
                        .forEach(
                            value -> commands.add((NotificationCommandV1) value.orElseThrow())))) {
      HttpRequest post =
          HttpRequest.newBuilder(URI.create(newsroom.url() + "/subscriptions"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString("address=ada%40paper.example"))
              .build();
      assertThat(client.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(303);
      NotificationCommandV1 command = commands.poll(20, TimeUnit.SECONDS);
      assertThat(command).isNotNull();
      assertThat(command.getSubscribe().getAddress()).isEqualTo("ada@paper.example");
    }
  }

  private void release(ReleaseV1 fact) throws Exception {
    try (Wire wire = wire();
        CommandSender publishing = new CommandSender(settings().kafka().client(), wire)) {
      publishing.send(Topic.RELEASES, fact.getNoteId(), fact).get(20, TimeUnit.SECONDS);
    }
  }

  /** Asks until the page is there: what is in the log is shown as soon as it was read. */
  private HttpResponse<String> eventually(NewsroomApp newsroom, String path) throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    HttpResponse<String> answer = get(newsroom, path);
    CountDownLatch never = new CountDownLatch(1);
    while (answer.statusCode() == 404 && System.nanoTime() < until) {
      assertThat(never.await(20, TimeUnit.MILLISECONDS)).isFalse();
      answer = get(newsroom, path);
    }
    return answer;
  }

  private HttpResponse<String> get(NewsroomApp newsroom, String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(newsroom.url() + path)).build(), BodyHandlers.ofString());
  }

  private Wire wire() {
    return new Wire(settings().kafka().wire());
  }

  private NewsroomSettings settings() {
    Map<String, String> variables = new HashMap<>();
    variables.put("DATELINE_KAFKA", cluster.getBootstrapServers());
    variables.put("DATELINE_REGISTRY", "mock://newsroom");
    variables.put("DATELINE_AUTO_REGISTER", "true");
    variables.put("DATELINE_DATA", data.toString());
    variables.put("DATELINE_SECRET", Newsroom.SECRET);
    variables.put("DATELINE_NEWSROOM_PORT", "0");
    variables.put("DATELINE_NEWSROOM_URL", "https://news.ports.example");
    return NewsroomSettings.from(variables);
  }
}
