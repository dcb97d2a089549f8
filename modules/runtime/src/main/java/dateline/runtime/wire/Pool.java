package dateline.runtime.wire;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A few reusable buffers. Not one a thread, because virtual threads are many; what is not given
 * back, after a failure, is simply forgotten.
 */
final class Pool<T> {
  private final ArrayBlockingQueue<T> idle = new ArrayBlockingQueue<>(8);
  private final Supplier<T> maker;

  Pool(Supplier<T> maker) {
    this.maker = maker;
  }

  T take() {
    @Nullable T one = idle.poll();
    return one != null ? one : maker.get();
  }

  void giveBack(T one) {
    idle.offer(one);
  }
}
