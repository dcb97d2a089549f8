package dateline.planted.kernel;

import dateline.planted.note.Note;

/** Knows the note, which knows it: a cycle, and a dependency the wrong way. */
public record Kernel(Note note) {}
