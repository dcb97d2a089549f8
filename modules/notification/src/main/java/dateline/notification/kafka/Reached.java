package dateline.notification.kafka;

import dateline.notification.Interests;
import dateline.notification.PressListing;
import dateline.notification.Subscriber;
import dateline.notification.Subscription;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A subscriber as the planner keeps them.
 *
 * @param domain mail domain; empty while no address is known
 */
record Reached(String domain, Subscriber subscriber) {

  private static final int FORM = 1;

  static final Reached NOBODY = new Reached("", Subscriber.UNKNOWN);

  /** Where in the order of mails they come, or empty if they get none. Press goes first. */
  String key(String subscriberId) {
    if (domain.isEmpty() || subscriber.wants().isEmpty()) {
      return "";
    }
    return (subscriber.isPress() ? Reach.PRESS : Reach.PUBLIC) + domain + '/' + subscriberId;
  }

  byte[] toBytes() {
    return bytes(out -> {
      out.writeUTF(domain);
      writePress(out, subscriber.press());
      writeSubscription(out, subscriber.subscription());
    });
  }

  static Reached fromBytes(byte[] bytes) {
    return read(
        bytes, in -> new Reached(in.readUTF(), new Subscriber(readPress(in), subscription(in))));
  }

  /** What somebody wants, alone. */
  static byte[] toBytes(List<Interests> wants) {
    return bytes(out -> {
      out.writeByte(wants.size());
      for (Interests interests : wants) {
        write(out, interests);
      }
    });
  }

  static List<Interests> wants(byte[] bytes) {
    return read(
        bytes,
        in -> {
          int n = in.readUnsignedByte();
          List<Interests> wants = new ArrayList<>(n);
          for (int i = 0; i < n; i++) {
            wants.add(interests(in));
          }
          return wants;
        });
  }

  private static void writePress(DataOutputStream out, PressListing press) throws IOException {
    switch (press) {
      case PressListing.NotListed() -> out.writeByte(0);
      case PressListing.Listed(Interests interests) -> {
        out.writeByte(1);
        write(out, interests);
      }
    }
  }

  private static PressListing readPress(DataInputStream in) throws IOException {
    return switch (in.readByte()) {
      case 0 -> new PressListing.NotListed();
      case 1 -> new PressListing.Listed(interests(in));
      default -> throw unknown();
    };
  }

  private static void writeSubscription(DataOutputStream out, Subscription subscription)
      throws IOException {
    switch (subscription) {
      case Subscription.None() -> out.writeByte(0);
      case Subscription.AwaitingConfirmation(Interests asked, Instant askedAt) -> {
        out.writeByte(1);
        write(out, asked);
        out.writeLong(askedAt.toEpochMilli());
      }
      case Subscription.Active(Interests interests) -> {
        out.writeByte(2);
        write(out, interests);
      }
      case Subscription.AwaitingChange(Interests interests, Interests asked, Instant askedAt) -> {
        out.writeByte(3);
        write(out, interests);
        write(out, asked);
        out.writeLong(askedAt.toEpochMilli());
      }
    }
  }

  private static Subscription subscription(DataInputStream in) throws IOException {
    return switch (in.readByte()) {
      case 0 -> new Subscription.None();
      case 1 ->
          new Subscription.AwaitingConfirmation(interests(in), Instant.ofEpochMilli(in.readLong()));
      case 2 -> new Subscription.Active(interests(in));
      case 3 ->
          new Subscription.AwaitingChange(
              interests(in), interests(in), Instant.ofEpochMilli(in.readLong()));
      default -> throw unknown();
    };
  }

  private static void write(DataOutputStream out, Interests interests) throws IOException {
    write(out, interests.kinds());
    write(out, interests.issuers());
    write(out, interests.languages());
  }

  private static Interests interests(DataInputStream in) throws IOException {
    return new Interests(texts(in), texts(in), texts(in));
  }

  private static void write(DataOutputStream out, List<String> texts) throws IOException {
    out.writeByte(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  private static List<String> texts(DataInputStream in) throws IOException {
    int n = in.readUnsignedByte();
    List<String> texts = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      texts.add(in.readUTF());
    }
    return texts;
  }

  private static byte[] bytes(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORM);
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  private static <T> T read(byte[] bytes, Reading<T> reading) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != FORM) {
        throw unknown();
      }
      return reading.from(in);
    } catch (IOException e) {
      throw new UncheckedIOException("an entry of the planner's store is cut short", e);
    }
  }

  private static IllegalStateException unknown() {
    return new IllegalStateException("an entry of the planner's store has an unknown form");
  }

  @FunctionalInterface
  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  @FunctionalInterface
  private interface Reading<T> {
    T from(DataInputStream in) throws IOException;
  }
}
