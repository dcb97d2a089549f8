package dateline.journeys;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;

/** Kafka's own authorizer, which also remembers what everybody did by right. */
public final class WatchedAuthorizer extends StandardAuthorizer {

  /**
   * What somebody did.
   *
   * @param principal {@code "User:dateline-newsroom"}
   * @param name of the topic, group or transactional id
   */
  record Done(String principal, AclOperation operation, ResourceType type, String name) {}

  private static final Set<Done> DONE = ConcurrentHashMap.newKeySet();

  /** Everything since the virtual machine started: the broker makes this by its class's name. */
  static Set<Done> done() {
    return Set.copyOf(DONE);
  }

  @Override
  public List<AuthorizationResult> authorize(
      AuthorizableRequestContext context, List<Action> actions) {
    List<AuthorizationResult> results = super.authorize(context, actions);
    for (int i = 0; i < actions.size(); i++) {
      Action action = actions.get(i);
      // What is only asked, to tell somebody their rights, is not to be logged and not done.
      if (results.get(i) == AuthorizationResult.ALLOWED && action.logIfAllowed()) {
        DONE.add(
            new Done(
                context.principal().toString(),
                action.operation(),
                action.resourcePattern().resourceType(),
                action.resourcePattern().name()));
      }
    }
    return results;
  }
}
