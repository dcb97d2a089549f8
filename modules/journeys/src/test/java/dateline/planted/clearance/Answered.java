package dateline.planted.clearance;

/** An engine's own word. */
public record Answered(String office) {}
