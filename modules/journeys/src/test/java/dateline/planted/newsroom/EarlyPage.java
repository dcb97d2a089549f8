package dateline.planted.newsroom;

import dateline.contracts.Topic;

/** A public page that reads drafts. */
public final class EarlyPage {
  private EarlyPage() {}

  /** What it may not read. */
  public static String source() {
    return Topic.DRAFTING_EVENTS.topicName();
  }
}
