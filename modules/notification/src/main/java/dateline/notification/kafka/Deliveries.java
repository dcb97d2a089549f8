package dateline.notification.kafka;

import dateline.contracts.DeliveryBatchV1;
import dateline.contracts.DeliveryV1;
import dateline.contracts.NoticeV1;
import dateline.contracts.PersonV1;
import dateline.contracts.PlanV1;
import dateline.kernel.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Batches of deliveries. The same person and version make the same delivery id, always. */
final class Deliveries {

  private Deliveries() {}

  /**
   * One batch of a release.
   *
   * @param places of one lane and domain, at least one
   */
  static DeliveryBatchV1 release(PlanV1 plan, List<Planner.Place> places, Instant now) {
    Planner.Place first = places.getFirst();
    List<DeliveryV1> deliveries =
        places.stream()
            .map(place -> new DeliveryV1(id(plan, place.subscriber()), place.subscriber(), null))
            .toList();
    return DeliveryBatchV1.newBuilder()
        .setId(new MessageId(deliveries.getFirst().getId()).derive("batch").value())
        .setPurpose("RELEASE")
        .setLane(first.lane().equals(Reach.PRESS) ? "PRESS" : "PUBLIC")
        .setDomain(first.domain())
        .setReleaseId(plan.getReleaseId())
        .setNoteId(plan.getNoteId())
        .setVersion(plan.getVersion())
        .setAt(now)
        .setDeliveries(deliveries)
        .build();
  }

  /**
   * The one mail to a person of the house.
   *
   * @param notices what it tells, in order, at least one
   */
  static DeliveryBatchV1 notices(PersonV1 person, List<NoticeV1> notices, Instant now) {
    return mail("NOTICE", StaffCodec.domain(person), person.getId(), notices, now);
  }

  /**
   * The one mail to somebody outside the house. Their address, and so its domain, is not known
   * here.
   *
   * @param notices what it tells, in order, at least one
   */
  static DeliveryBatchV1 invitation(String subscriberId, List<NoticeV1> notices, Instant now) {
    return mail("INVITATION", "invited", subscriberId, notices, now);
  }

  private static DeliveryBatchV1 mail(
      String purpose, String domain, String to, List<NoticeV1> notices, Instant now) {
    MessageId id =
        MessageId.of(notices.stream().map(NoticeV1::getId).collect(Collectors.joining("\n")));
    return DeliveryBatchV1.newBuilder()
        .setId(id.derive("batch").value())
        .setPurpose(purpose)
        .setLane("NOTICE")
        .setDomain(domain)
        .setAt(now)
        .setDeliveries(List.of(new DeliveryV1(id.value(), to, notices)))
        .build();
  }

  private static String id(PlanV1 plan, String subscriber) {
    return MessageId.of(plan.getReleaseId() + '\n' + plan.getVersion() + '\n' + subscriber).value();
  }
}
