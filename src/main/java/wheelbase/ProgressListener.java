package wheelbase;

import wheelbase.platform.TargetPlatform;

/**
 * Hears how far the pipeline is; the methods do nothing unless overridden. Called from any thread.
 */
public interface ProgressListener {
  /** Hears nothing. */
  ProgressListener SILENT = new ProgressListener() {};

  /** A stage of the pipeline begins; its name is a phrase ({@code resolving for 20 targets}). */
  default void stage(String name) {}

  /** A request to the index was answered, or its answer was in the cache. */
  default void indexAnswered(boolean fromCache) {}

  /** A target was resolved. */
  default void resolved(TargetPlatform target) {}
}
