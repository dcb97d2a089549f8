package dateline.notification.dispatch;

import java.util.LinkedHashMap;
import java.util.Map;

/** Forgets what was not used for longest, once it holds 200. */
final class Newest<T> extends LinkedHashMap<String, T> {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 200;

  Newest() {
    super(16, 0.75f, true);
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
    return size() > MOST;
  }
}
