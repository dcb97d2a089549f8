/**
 * Measures a whole Dateline as its users meet it: {@code ./dateline up} as a process of its own, or
 * the cluster of docker-compose.yml, spoken to by HTTP. Each benchmark is one command and prints
 * Markdown for {@code docs/benchmarks.md}.
 */
@NullMarked
package dateline.benchmarks;

import org.jspecify.annotations.NullMarked;
