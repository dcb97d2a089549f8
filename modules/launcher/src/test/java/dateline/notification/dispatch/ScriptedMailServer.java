package dateline.notification.dispatch;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A real SMTP server that does to each recipient what the test says. */
final class ScriptedMailServer implements AutoCloseable {

  /** What it does. */
  enum Does {
    ACCEPT,
    /** 450 to the recipient, the first time. */
    PUT_OFF_ONCE,
    /** 550 to the recipient. */
    TURN_AWAY,
    /** Takes the whole mail and hangs up without a word. */
    HANG_UP_AFTER_THE_DOT,
    /** Takes the whole mail and answers when {@link #letGo} is called. */
    HOLD
  }

  /** One mail that was taken whole. */
  record Taken(String from, String to, MimeMessage mail) {}

  final List<Taken> taken = new CopyOnWriteArrayList<>();
  final AtomicInteger most = new AtomicInteger();
  private final Map<String, Does> script = new ConcurrentHashMap<>();
  private final Map<SocketAddress, Socket> sockets = new ConcurrentHashMap<>();
  private final Map<String, Integer> tries = new ConcurrentHashMap<>();
  private final AtomicInteger now = new AtomicInteger();
  private final CountDownLatch held = new CountDownLatch(1);
  private final SMTPServer server;

  ScriptedMailServer() {
    server =
        SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .serverSocketFactory(this::remembering)
            .messageHandlerFactory(context -> new Handler(context.getRemoteAddress()))
            .build();
    server.start();
  }

  private ServerSocket remembering() throws IOException {
    return new ServerSocket() {
      @Override
      public Socket accept() throws IOException {
        Socket socket = super.accept();
        sockets.put(socket.getRemoteSocketAddress(), socket);
        return socket;
      }
    };
  }

  int port() {
    return server.getPortAllocated();
  }

  void when(String recipient, Does does) {
    script.put(recipient, does);
  }

  void letGo() {
    held.countDown();
  }

  int tries(String recipient) {
    return tries.getOrDefault(recipient, 0);
  }

  List<String> recipients() {
    return taken.stream().map(Taken::to).toList();
  }

  @Override
  public void close() {
    letGo();
    server.stop();
  }

  private final class Handler implements MessageHandler {
    private final SocketAddress client;
    private String from = "";
    private String to = "";

    Handler(SocketAddress client) {
      this.client = client;
    }

    @Override
    public void from(String sender) {
      from = sender;
    }

    @Override
    public void recipient(String recipient) throws RejectException {
      to = recipient;
      int tried = tries.merge(recipient, 1, Integer::sum);
      switch (script.getOrDefault(recipient, Does.ACCEPT)) {
        case PUT_OFF_ONCE -> {
          if (tried == 1) {
            throw new RejectException(450, "4.2.0 Come back later");
          }
        }
        case TURN_AWAY -> throw new RejectException(550, "5.1.1 Nobody of that name");
        case ACCEPT, HANG_UP_AFTER_THE_DOT, HOLD -> {}
      }
    }

    @Override
    public String data(InputStream content) throws IOException {
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      try {
        MimeMessage mail = new MimeMessage(null, new ByteArrayInputStream(content.readAllBytes()));
        taken.add(new Taken(from, to, mail));
        return answer();
      } catch (MessagingException e) {
        throw new IOException(e);
      } finally {
        now.decrementAndGet();
      }
    }

    private String answer() throws IOException {
      switch (script.getOrDefault(to, Does.ACCEPT)) {
        case HANG_UP_AFTER_THE_DOT ->
            Optional.ofNullable(sockets.get(client)).orElseThrow().close();
        case HOLD -> {
          try {
            held.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        }
        case ACCEPT, PUT_OFF_ONCE, TURN_AWAY -> {}
      }
      return "2.0.0 Ok";
    }

    @Override
    public void done() {}
  }
}
