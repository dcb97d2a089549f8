# Every module and the command line. The application is what ./dateline build made.
ARG BASE=eclipse-temurin:25-jre
FROM ${BASE}
COPY modules/launcher/target/app /opt/dateline/app
COPY modules/launcher/src/main/jvm.options docker/dateline-run docker/healthy /opt/dateline/
COPY docs/sample-note.txt /tmp/
RUN mkdir -p /data && chown 1000:1000 /data
# One demonstration, as ./dateline build makes: the virtual machine keeps what it learnt. Without it all works the same.
RUN DATELINE_DATA=/tmp/data DATELINE_JVM_OPTIONS=-XX:AOTCacheOutput=/opt/dateline/learnt.aot \
    timeout 150 /opt/dateline/dateline-run demo /tmp/sample-note.txt >/dev/null 2>&1 || rm -f /opt/dateline/learnt.aot; \
  rm -rf /tmp/*
USER 1000
ENV DATELINE_DATA=/data
ENTRYPOINT ["/opt/dateline/dateline-run"]
