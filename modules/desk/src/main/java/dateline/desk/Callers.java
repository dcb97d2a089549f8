package dateline.desk;

import dateline.desk.DeskEntry.PersonEntry;
import dateline.kernel.Actor;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.runtime.http.Problem;
import dateline.runtime.http.ProblemException;
import dateline.runtime.http.Request;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Who asks, by token and directory. Office and role are the directory's, never the client's. */
final class Callers {

  private final DeskTokens tokens;
  private final ReadModel model;

  Callers(DeskTokens tokens, ReadModel model) {
    this.tokens = tokens;
    this.model = model;
  }

  /**
   * Somebody who may read: a person of the directory, or the operator.
   *
   * @throws ProblemException 401 or 403
   */
  Reader reader(Request request) {
    return tokens
        .personOf(request)
        .<Reader>map(person -> new Reader.Person(known(person)))
        .orElseGet(Reader.Operator::new);
  }

  /**
   * The person who asks, in the first of these roles that they have.
   *
   * @throws ProblemException 401 or 403
   */
  Actor as(Request request, Role... roles) {
    PersonEntry person =
        known(
            tokens
                .personOf(request)
                .orElseThrow(() ->
                    forbidden(
                        "NO_PERSON",
                        "The operator's token speaks for somebody; name them in a Dateline-Person"
                            + " header.")));
    for (Role role : roles) {
      if (person.roles().contains(role)) {
        return new Actor(new PersonId(person.id()), new OfficeId(person.office()), role);
      }
    }
    String needed = Arrays.stream(roles).map(Role::name).collect(Collectors.joining(" or "));
    throw forbidden(
        "ROLE_MISSING",
        "This takes the role " + needed + ", which you do not have; ask somebody who has it.");
  }

  private PersonEntry known(String personId) {
    return model
        .person(personId)
        .orElseThrow(() ->
            forbidden(
                "UNKNOWN_PERSON",
                "You are not in the directory; have an administrator add you and apply it."));
  }

  private static ProblemException forbidden(String code, String detail) {
    return new ProblemException(Problem.of(403, code, "Forbidden", detail));
  }
}
