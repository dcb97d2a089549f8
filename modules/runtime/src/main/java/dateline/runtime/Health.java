package dateline.runtime;

/**
 * How a part of a process is.
 *
 * @param component which part: {@code "drafting"}
 * @param live whether it can still do its work, now or after waiting; if not, the process must be
 *     restarted
 * @param ready whether it does its work now
 * @param why one sentence for people: what it waits for or what broke; empty if ready
 */
public record Health(String component, boolean live, boolean ready, String why) {

  public static Health ready(String component) {
    return new Health(component, true, true, "");
  }

  public static Health starting(String component, String why) {
    return new Health(component, true, false, why);
  }

  public static Health broken(String component, String why) {
    return new Health(component, false, false, why);
  }
}
