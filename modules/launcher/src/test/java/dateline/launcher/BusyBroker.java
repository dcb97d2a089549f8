package dateline.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A broker in a process of its own whose clients end transactions without a pause, so that some are
 * half ended whenever it is killed. Arguments: folder, port, controller's port.
 */
final class BusyBroker {

  static final int CLIENTS = 12;
  static final String TOPIC = "busy";
  static final String WORKING = "working";

  private BusyBroker() {}

  static String group(int client) {
    return "group-" + client;
  }

  static TopicPartition partition(int client) {
    return new TopicPartition(TOPIC, client);
  }

  public static void main(String[] arguments) throws Exception {
    try (EmbeddedKafka kafka =
        EmbeddedKafka.start(
            Path.of(arguments[0]),
            "127.0.0.1",
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]))) {
      Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
      try (Admin admin = Admin.create(client)) {
        admin.createTopics(List.of(new NewTopic(TOPIC, CLIENTS, (short) 1))).all().get();
      }
      List<Thread> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        int number = i;
        clients.add(
            Thread.ofPlatform()
                .uncaughtExceptionHandler((_, _) -> Runtime.getRuntime().halt(1))
                .start(() -> endTransactions(client, number)));
      }
      for (Thread one : clients) {
        one.join();
      }
    }
  }

  private static void endTransactions(Map<String, Object> client, int number) {
    Map<String, Object> writer = new HashMap<>(client);
    writer.put("transactional.id", "busy-" + number);
    writer.put("transaction.timeout.ms", 8_000);
    Map<String, Object> reader = new HashMap<>(client);
    reader.put("group.id", group(number));
    try (KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(writer, new ByteArraySerializer(), new ByteArraySerializer());
        KafkaConsumer<byte[], byte[]> consumer =
            new KafkaConsumer<>(reader, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      producer.initTransactions();
      for (long position = 1; ; position++) {
        producer.beginTransaction();
        Future<RecordMetadata> _ =
            producer.send(new ProducerRecord<>(TOPIC, number, null, new byte[10]));
        producer.sendOffsetsToTransaction(
            Map.of(partition(number), new OffsetAndMetadata(position)), consumer.groupMetadata());
        producer.commitTransaction();
        if (position == 30) {
          System.out.println(WORKING);
        }
      }
    }
  }
}
