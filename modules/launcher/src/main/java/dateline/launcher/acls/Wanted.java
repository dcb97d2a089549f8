package dateline.launcher.acls;

import dateline.contracts.Principal;
import dateline.runtime.Right;
import dateline.runtime.Rights;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePattern;

/**
 * The ACLs that a cluster should have for Dateline.
 *
 * @param names what each principal is called there: {@code "User:dateline-newsroom"}
 */
record Wanted(Map<Principal, String> names) {

  private static final String ANYWHERE = "*";

  Wanted {
    Map<Principal, String> all = new EnumMap<>(Principal.class);
    for (Principal who : Principal.values()) {
      all.put(who, names.getOrDefault(who, "User:dateline-" + who.id()));
    }
    names = all;
  }

  /** What somebody is called. */
  String name(Principal who) {
    return names.getOrDefault(who, "");
  }

  /** All of them, in the order of principals. */
  Set<AclBinding> all() {
    Set<AclBinding> all = new LinkedHashSet<>();
    for (Principal who : Principal.values()) {
      Rights.of(who).forEach(right -> all.add(binding(who, right)));
    }
    return all;
  }

  /** What somebody may do, resource by resource. */
  static Map<ResourcePattern, List<AclOperation>> byResource(Principal who) {
    return Rights.of(who).stream()
        .collect(
            Collectors.groupingBy(
                Right::resource,
                LinkedHashMap::new,
                Collectors.mapping(Right::operation, Collectors.toList())));
  }

  /** One right as an ACL: from any host. */
  AclBinding binding(Principal who, Right right) {
    return new AclBinding(
        right.resource(),
        new AccessControlEntry(name(who), ANYWHERE, right.operation(), AclPermissionType.ALLOW));
  }
}
