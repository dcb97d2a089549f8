package dateline.journeys.wire;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port nobody listens on at this moment, and which no connection gets by itself: those are above
 * 32767 on Linux.
 */
public final class FreePort {

  private static final int TRIES = 100;

  private FreePort() {}

  public static int find() throws IOException {
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 32_768);
      try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return probe.getLocalPort();
      } catch (BindException e) {
        // Somebody listens there.
      }
    }
    throw new IOException("no free port found between 20000 and 32767");
  }
}
