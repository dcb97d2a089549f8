package dateline.attachments;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** S3Proxy, an S3 server by others that checks signatures, as a process on this machine. */
final class S3Peer {

  static final String BUCKET = "press";
  static final String KEY = "press-office";
  static final String SECRET = "a secret of the press office";

  private static final Path TARGET = Path.of("target/s3proxy");

  private final Optional<Process> process;
  private final Path folder;
  private final int port;

  private S3Peer(Optional<Process> process, Path folder, int port) {
    this.process = process;
    this.folder = folder;
    this.port = port;
  }

  /** Nothing listens. */
  static S3Peer none() {
    return new S3Peer(Optional.empty(), TARGET, 1);
  }

  static S3Peer start() throws IOException {
    Path data = Files.createTempDirectory(TARGET.toAbsolutePath(), "data");
    Files.createDirectory(data.resolve(BUCKET));
    int port = freePort();
    Path settings = data.resolveSibling(data.getFileName() + ".properties");
    Files.write(
        settings,
        List.of(
            "s3proxy.endpoint=http://127.0.0.1:" + port,
            "s3proxy.authorization=aws-v4",
            "s3proxy.identity=" + KEY,
            "s3proxy.credential=" + SECRET,
            "jclouds.provider=filesystem-nio2",
            "jclouds.identity=unused",
            "jclouds.credential=unused",
            "jclouds.filesystem.basedir=" + data));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-jar",
                TARGET.resolve("s3proxy.jar").toString(),
                "--properties",
                settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(TARGET.resolve("s3proxy.log").toFile())
            .start();
    S3Peer peer = new S3Peer(Optional.of(process), data, port);
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(peer::listens);
    return peer;
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Where it keeps its buckets, an object a file. */
  Path folder() {
    return folder;
  }

  void stop() throws InterruptedException {
    if (process.isPresent()) {
      process.get().destroy();
      if (!process.get().waitFor(10, TimeUnit.SECONDS)) {
        process.get().destroyForcibly();
      }
    }
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException _) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
