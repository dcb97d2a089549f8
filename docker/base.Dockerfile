# A root file system that docker/build put together.
FROM scratch
COPY --chown=0:0 . /
ENV JAVA_HOME=/opt/java PATH=/opt/java/bin:/usr/local/bin:/usr/bin LANG=C.UTF-8
