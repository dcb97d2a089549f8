package dateline.kernel;

/**
 * The rules of one engine as two pure functions: no clock, no random, no I/O. Time, ids and the
 * person asking arrive in the {@link Envelope}.
 *
 * @param <C> commands, a sealed interface of records named in the imperative ({@code SubmitNote})
 * @param <S> states, a sealed interface of records named by adjectives ({@code UnderReview})
 * @param <E> events, a sealed interface of records in the past tense, subject first ({@code
 *     NoteSubmitted})
 */
public interface Decider<C, S, E> {

  /** The state before any event: what is true of a key nobody has written about. */
  S initialState();

  /**
   * Answers a command. Total: every command in every state gets a {@link Decision}; a rule that is
   * broken is a {@link Decision.Refused} value and never an exception.
   */
  Decision<E> decide(Envelope<C> command, S state);

  /**
   * The state after one more fact. Trusts facts: it checks no rule.
   *
   * @throws IllegalStateException if no sequence of decisions can have produced this event in this
   *     state, which means a damaged history or a bug
   */
  S evolve(S state, Envelope<E> event);

  /** The state after a whole history, oldest event first. */
  default S replay(Iterable<Envelope<E>> history) {
    S state = initialState();
    for (Envelope<E> event : history) {
      state = evolve(state, event);
    }
    return state;
  }
}
