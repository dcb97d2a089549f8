/**
 * Who may do what on a secured cluster: the rights of every principal as Kafka's ACLs, and the
 * command that shows and applies them.
 */
@org.jspecify.annotations.NullMarked
package dateline.launcher.acls;
