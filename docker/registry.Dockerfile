# Apicurio Registry, with Confluent's API below /apis/ccompat/v7.
ARG BASE
FROM ${BASE}
COPY app /deployments
WORKDIR /deployments
USER 1000
CMD ["java", "-jar", "quarkus-run.jar"]
