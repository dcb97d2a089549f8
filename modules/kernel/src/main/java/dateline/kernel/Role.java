package dateline.kernel;

/** In which role somebody asks. What each may do is decided by the deciders, not here. */
public enum Role {
  /** Drafts, revises, submits and recalls notes. */
  PRESS_OFFICER,
  /** Answers for a clearing office. */
  REVIEWER,
  /** Gives the final approval, after the offices. */
  APPROVER,
  /** May have a text pass before all offices have cleared it. */
  EMERGENCY_AUTHORITY,
  /** Outside the house, and asked to clear one text by a link. */
  EXTERNAL_CLEARER,
  /** Releases, schedules and cancels. */
  DUTY_OFFICER,
  /** Keeps the directory and the contact lists. */
  ADMINISTRATOR,
  /** A subscriber or reader, known only by address. */
  PUBLIC,
  /** A policy, a clock or another part of Dateline. */
  SYSTEM
}
