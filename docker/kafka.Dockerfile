# Apache Kafka with the environment interface of apache/kafka: KAFKA_… variables, CLUSTER_ID, user 1000.
ARG BASE
FROM ${BASE}
COPY libs /opt/kafka/libs
COPY kafka-run /etc/kafka/docker/run
COPY kafka-tool /opt/kafka/bin/kafka-tool
COPY kafka-rehearsal /etc/kafka/docker/rehearsal
COPY kafka-log.xml /etc/kafka/docker/kafka-log.xml
RUN for tool in topics configs consumer-groups features; do ln -s kafka-tool /opt/kafka/bin/kafka-$tool.sh; done \
  && mkdir -p /opt/kafka/config /mnt/shared/config /var/lib/kafka/data \
  && touch /etc/kafka/docker/server.properties /etc/kafka/docker/log4j2.yaml /etc/kafka/docker/tools-log4j2.yaml \
  && { timeout 150 /etc/kafka/docker/rehearsal /opt/kafka/learnt.aot || rm -f /opt/kafka/learnt.aot; } \
  && chown -R 1000:1000 /opt/kafka/config /var/lib/kafka
USER 1000
CMD ["/etc/kafka/docker/run"]
