# Every module and the command line. The application is what ./dateline build made.
ARG BASE=eclipse-temurin:25-jre
FROM ${BASE}
COPY modules/launcher/target/app /opt/dateline/app
COPY modules/launcher/src/main/jvm.options docker/dateline-run docker/healthy /opt/dateline/
RUN mkdir -p /data && chown 1000:1000 /data
USER 1000
ENV DATELINE_DATA=/data
ENTRYPOINT ["/opt/dateline/dateline-run"]
