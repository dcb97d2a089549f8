package dateline.runtime.index;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contracts.AddressV1;
import dateline.contracts.Topic;
import dateline.runtime.LogRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked for by id is what the newest applied record left, wherever it lies by then. */
class TableTest {

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // opened before each test
  private Table<String> table;

  private final Names names = new Names(1);

  private long offset;

  @BeforeEach
  void open() {
    table = Table.open("test", folder, names);
  }

  @AfterEach
  void close() {
    table.close();
  }

  @Test
  void anEntryThatWasReadIsTheNewOneAsSoonAsItChanges() {
    apply("a", Optional.of("Ada"));
    table.commit();
    assertThat(table.get("a")).contains("Ada");

    apply("a", Optional.of("Zoe"));
    assertThat(table.get("a")).contains("Zoe");
    table.commit();
    assertThat(table.get("a")).contains("Zoe");
  }

  @Test
  void anEntryThatWasReadIsGoneAsSoonAsItIsRemoved() {
    apply("a", Optional.of("Ada"));
    table.commit();
    assertThat(table.get("a")).contains("Ada");

    apply("a", Optional.empty());
    assertThat(table.get("a")).isEmpty();
    assertThat(table.count(MatchAllDocsQuery.INSTANCE)).isZero();
    assertThat(table.get("a")).isEmpty();
  }

  @Test
  void anEntryThatWasNotThereIsFoundOnceItIs() {
    assertThat(table.get("a")).isEmpty();
    apply("a", Optional.of("Ada"));
    table.commit();
    assertThat(table.get("a")).contains("Ada");
  }

  @Test
  void whatWasForgottenIsNotRemembered() {
    apply("a", Optional.of("Ada"));
    table.commit();
    assertThat(table.get("a")).contains("Ada");

    table.clear();
    assertThat(table.get("a")).isEmpty();
  }

  @Test
  void moreEntriesThanAreKeptAreAllRead() {
    for (int i = 0; i < 1_000; i++) {
      apply("key-" + i, Optional.of("name " + i));
    }
    table.commit();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 1_000; i++) {
        assertThat(table.get("key-" + i)).contains("name " + i);
      }
    }
  }

  @Test
  void anEntryThatIsAskedForOftenIsReadOnceThoughManyOthersWereRead() {
    for (int i = 0; i < 1_000; i++) {
      apply("key-" + i, Optional.of("name " + i));
    }
    apply("often", Optional.of("Ada"));
    table.commit();
    for (int i = 0; i < 1_000; i++) {
      table.get("key-" + i);
    }
    table.get("often");
    int before = names.read.get();

    for (int i = 0; i < 10; i++) {
      assertThat(table.get("often")).contains("Ada");
    }

    assertThat(names.read).hasValue(before);
  }

  @Test
  void anEntryThatDidNotChangeIsNotReadAgainWhenOthersDo() {
    apply("often", Optional.of("Ada"));
    table.commit();
    table.get("often");
    int before = names.read.get();

    apply("another", Optional.of("Zoe"));
    table.commit();

    assertThat(table.get("often")).contains("Ada");
    assertThat(names.read).hasValue(before);
  }

  private void apply(String key, Optional<String> name) {
    table.apply(
        List.of(
            new LogRecord(
                Topic.ADDRESSES,
                0,
                offset++,
                key,
                name.map(said -> new AddressV1(key + "@harbour.example", said, "")))));
  }
}
