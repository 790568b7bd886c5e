package wheelbase.survey;

/**
 * Hears how far the pipeline is; the methods do nothing unless overridden. Called from any thread,
 * and at once: whoever is slow here slows the pipeline down.
 */
public interface ProgressListener {
  /** Hears nothing. */
  ProgressListener SILENT = new ProgressListener() {};

  /** A stage of the pipeline begins; its name is a phrase ({@code resolving for 20 targets}). */
  default void stage(String name) {}

  /** Something happened within a stage. */
  default void happened(ProgressEvent event) {}
}
