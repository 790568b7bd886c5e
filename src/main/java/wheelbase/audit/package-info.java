/**
 * Holds a Dockerfile that exists against what its requirements need. {@link wheelbase.audit.Audit}
 * runs one {@link wheelbase.audit.Finder} per kind of fault over an {@link
 * wheelbase.audit.Audited}: the file as it was read, the stages that are in the image, and the
 * analysis of what it installs. Nothing here reads a file or asks for the time.
 */
package wheelbase.audit;
