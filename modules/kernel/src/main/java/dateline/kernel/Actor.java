package dateline.kernel;

/** Who asked, for which office, in which role. */
public record Actor(PersonId person, OfficeId office, Role role) {

  /**
   * A part of Dateline acting by itself.
   *
   * @param name which part: the policy's or the clock's name
   */
  public static Actor system(String name) {
    return new Actor(new PersonId("system:" + name), OfficeId.NONE, Role.SYSTEM);
  }
}
