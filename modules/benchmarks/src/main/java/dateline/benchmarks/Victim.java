package dateline.benchmarks;

/** What is killed, and what its users then wait for; in the order of the kills. */
enum Victim {
  DRAFTING("drafting", Release.NONE, "a text handed in and submitted; the note readable"),
  CLEARANCE("clearance", Release.NONE, "the final approval given; the note ready"),
  PUBLISHING("publishing", Release.AFTER, "a note released; its page readable"),
  NOTIFICATION(
      "notification", Release.BEFORE, "a note released just before; the press's last mail"),
  DISPATCHER("dispatcher", Release.BEFORE, "a note released just before; the press's last mail"),
  DESK("desk", Release.NONE, "a note readable again"),
  NEWSROOM("newsroom-1", Release.AFTER, "a note released; its page readable here"),
  BROKER("kafka-2", Release.AFTER, "a note released; its page readable and the press's last mail");

  /** When a note is released, seen from the kill. */
  enum Release {
    NONE,
    BEFORE,
    AFTER
  }

  private final String service;
  private final Release release;
  private final String work;

  Victim(String service, Release release, String work) {
    this.service = service;
    this.release = release;
    this.work = work;
  }

  /** As docker-compose.yml calls it. */
  String service() {
    return service;
  }

  Release release() {
    return release;
  }

  /** The work that is given, and what is seen of it. */
  String work() {
    return work;
  }
}
