# Prometheus of the operating system, for the profile metrics.
ARG BASE
FROM ${BASE}
COPY prometheus busybox /usr/bin/
RUN ln -s busybox /usr/bin/wget && mkdir /prometheus && chown 65534:65534 /prometheus
USER 65534:65534
ENTRYPOINT ["/usr/bin/prometheus"]
