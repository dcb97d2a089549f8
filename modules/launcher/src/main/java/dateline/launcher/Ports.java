package dateline.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the parts of a Dateline in one process listen, all on the loopback address.
 *
 * @param broker Kafka
 * @param controller Kafka's controller
 * @param registry schema registry
 * @param desk staff's API
 * @param deskMail where answers by mail are taken
 * @param newsroom public pages
 * @param smtp mail sink, receiving
 * @param inbox mail sink, web inbox
 * @param health how all is, and what it counts
 */
public record Ports(
    int broker,
    int controller,
    int registry,
    int desk,
    int deskMail,
    int newsroom,
    int smtp,
    int inbox,
    int health) {

  static final Ports USUAL = new Ports(9092, 9093, 8085, 8081, 2526, 8080, 2525, 8025, 8082);

  /** Ports that are free now. */
  public static Ports free() {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < 9; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      int[] p = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
      for (ServerSocket socket : held) {
        socket.close();
      }
      return new Ports(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8]);
    } catch (IOException e) {
      throw new UncheckedIOException("no free ports on this machine", e);
    }
  }

  /**
   * Refuses if one is taken.
   *
   * @throws StartException naming every taken port and the setting that moves it
   */
  void refuseIfTaken() {
    List<String> taken = new ArrayList<>();
    byVariable()
        .forEach((variable, port) -> {
          try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
          } catch (IOException e) {
            taken.add(port + " (" + variable + ")");
          }
        });
    Map<Integer, String> used = new HashMap<>();
    byVariable()
        .forEach((variable, port) -> {
          String other = used.put(port, variable);
          if (other != null) {
            taken.add(port + " (" + other + " and " + variable + ", which both name it)");
          }
        });
    if (!taken.isEmpty()) {
      throw new StartException(
          "Already in use: port %s; stop what uses it or set the variable in brackets to another port."
              .formatted(String.join(", port ", taken)));
    }
  }

  /** Each port by the variable that sets it: {@code "DATELINE_DESK_PORT"}. */
  public Map<String, Integer> byVariable() {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("DATELINE_BROKER_PORT", broker);
    ports.put("DATELINE_CONTROLLER_PORT", controller);
    ports.put("DATELINE_REGISTRY_PORT", registry);
    ports.put("DATELINE_DESK_PORT", desk);
    ports.put("DATELINE_DESK_MAIL_PORT", deskMail);
    ports.put("DATELINE_NEWSROOM_PORT", newsroom);
    ports.put("DATELINE_SMTP_PORT", smtp);
    ports.put("DATELINE_INBOX_PORT", inbox);
    ports.put("DATELINE_HEALTH_PORT", health);
    return ports;
  }
}
