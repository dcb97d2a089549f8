/**
 * The contract between modules: the classes generated from {@code schemas/}, and the catalogue of
 * topics with their keys, writers and retention. Not null-marked as a whole, because the generated
 * classes hold nulls where a schema says so.
 */
package dateline.contracts;
