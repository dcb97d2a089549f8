package dateline.runtime.metrics;

import static dateline.runtime.metrics.Metric.gauge;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.util.List;

/** The virtual machine, by the names that Micrometer gives and usual dashboards know. */
public final class ProcessMetrics {

  public static final List<Metric> ALL =
      List.of(
          gauge("jvm_memory_used_bytes", "bytes", "Memory of the virtual machine.", "area", "id"),
          gauge("jvm_memory_committed_bytes", "bytes", "What it has of the system.", "area", "id"),
          gauge("jvm_memory_max_bytes", "bytes", "What it may have; -1 without end.", "area", "id"),
          gauge("jvm_buffer_count_buffers", "buffers", "Buffers outside the heap.", "id"),
          gauge("jvm_buffer_memory_used_bytes", "bytes", "Memory of these buffers.", "id"),
          gauge("jvm_buffer_total_capacity_bytes", "bytes", "Their capacity.", "id"),
          gauge("process_start_time_seconds", "seconds", "When it started, since 1970."),
          gauge("process_uptime_seconds", "seconds", "How long it runs."));

  private ProcessMetrics() {}

  public static void watch(MeterRegistry registry) {
    new JvmMemoryMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }
}
