package dateline.launcher.imports;

import java.util.Optional;

/**
 * Of something that is never imported: how many versions had some, and where the first stands. Each
 * is counted: a site has them on every page or on none.
 */
record LeftOut(long versions, Optional<Place> first) {

  static final LeftOut NONE = new LeftOut(0, Optional.empty());

  LeftOut and(Place place) {
    return new LeftOut(versions + 1, first.or(() -> Optional.of(place)));
  }
}
