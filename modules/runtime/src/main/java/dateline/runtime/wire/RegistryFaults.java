package dateline.runtime.wire;

import dateline.runtime.wire.RegistrySettings.Address;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says in a sentence why a registry does not serve us, and what to do. */
final class RegistryFaults {

  private static final String SETTING =
      "basic.auth.user.info, which KAFKA_BASIC_AUTH_USER_INFO or the file of DATELINE_KAFKA_PROPERTIES sets.";

  private RegistryFaults() {}

  static RegistryAccessException notLetIn(Address address) {
    return new RegistryAccessException(
        "The schema registry at %s does not let %s in (401); see user and password in %s"
            .formatted(address, who(address), SETTING));
  }

  static RegistryAccessException notAllowed(Address address, String asked) {
    return new RegistryAccessException(
        "The schema registry at %s does not allow %s to %s (403); have its administrator allow it, or name another user in %s"
            .formatted(address, who(address), asked, SETTING));
  }

  static RegistryAccessException certificateRefused(Address address, String why) {
    return new RegistryAccessException(
        "The schema registry at %s does not take our certificate (%s); see that schema.registry.ssl.keystore.location holds one that it trusts."
            .formatted(address, why));
  }

  private static String who(Address address) {
    return address.user().map(user -> '"' + user + '"').orElse("somebody without a name");
  }

  /**
   * Why nobody answered.
   *
   * @param faults of each address
   */
  static RegistryUnavailableException of(
      Map<Address, IOException> faults, Optional<RegistryTls> tls) {
    Address first = faults.keySet().iterator().next();
    IOException cause = Objects.requireNonNull(faults.get(first));
    if (faults.values().stream().allMatch(RegistryFaults::isOfTls)) {
      return noTls(first, cause, tls);
    }
    String all =
        faults.entrySet().stream()
            .map(fault -> fault.getKey() + " (" + why(fault.getValue()) + ')')
            .collect(Collectors.joining(", "));
    return new RegistryUnavailableException(
        "No schema registry answers: %s; start it, or correct DATELINE_REGISTRY.".formatted(all),
        cause);
  }

  /** A server that stops in the middle of a handshake is an outage like another. */
  private static boolean isOfTls(IOException fault) {
    return fault instanceof SSLException && causes(fault).noneMatch(EOFException.class::isInstance);
  }

  private static RegistryAccessException noTls(
      Address address, IOException fault, Optional<RegistryTls> tls) {
    String why = why(fault);
    if (!why.contains("Received fatal alert")) {
      return new RegistryAccessException(
          "There is no TLS with the schema registry at %s (%s); see that schema.registry.ssl.truststore.location holds the authority of its certificate and that the certificate is for this name."
              .formatted(address, why));
    }
    if (tls.filter(RegistryTls::showsCertificate).isPresent()) {
      return certificateRefused(address, why);
    }
    return new RegistryAccessException(
        "The schema registry at %s does not do TLS with us (%s); if it wants a certificate of ours, name it with schema.registry.ssl.keystore.location."
            .formatted(address, why));
  }

  private static String why(IOException fault) {
    if (causes(fault).anyMatch(UnresolvedAddressException.class::isInstance)) {
      return "there is no host of this name";
    }
    if (fault instanceof SSLException) {
      return causes(fault)
          .map(Throwable::getMessage)
          .filter(Objects::nonNull)
          .reduce("", (_, later) -> later);
    }
    return fault instanceof ConnectException && fault.getMessage() == null
        ? "nobody listens there"
        : String.valueOf(fault.getMessage());
  }

  private static Stream<Throwable> causes(Throwable fault) {
    return Stream.iterate(fault, Objects::nonNull, Throwable::getCause).limit(20);
  }
}
