package dateline.clearance;

import dateline.kernel.OfficeId;

/**
 * How a text comes to clearance.
 *
 * @param actionOffice whose people drafted it; it owns the clearance list
 * @param urgent whether offices have less time to answer
 * @param attachments whether files belong to it
 */
public record Occasion(OfficeId actionOffice, boolean urgent, boolean attachments) {}
