/**
 * Files that go with a note: taken in, looked at by content, and kept by their SHA-256 in a folder
 * or in any store that speaks S3. For faces; engines know attachments by digest only.
 */
@NullMarked
package dateline.attachments;

import org.jspecify.annotations.NullMarked;
