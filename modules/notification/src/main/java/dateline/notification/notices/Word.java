package dateline.notification.notices;

import dateline.kernel.PersonId;

/** What follows for one person from something that happened to a note. */
public sealed interface Word {

  PersonId person();

  /** Where it stands among what the person is told about the note; see {@link Matter#place}. */
  String place();

  /** They are told. */
  record Tell(Notice notice) implements Word {
    @Override
    public PersonId person() {
      return notice.person();
    }

    @Override
    public String place() {
      return notice.matter().place();
    }
  }

  /** What stands there is so no longer: whoever was not told yet need not be. */
  record Unsay(PersonId person, String place) implements Word {}
}
