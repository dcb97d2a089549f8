package dateline.runtime.index;

import java.util.Optional;

/** The entries of an index as a {@link Projection} sees them: its own changes included. */
public interface Entries<S> {

  /** The entry of this id, if there is one. */
  Optional<S> get(String id);

  /** Makes this the entry of the id. */
  void put(String id, S entry);

  /** Makes the id have no entry. */
  void remove(String id);
}
