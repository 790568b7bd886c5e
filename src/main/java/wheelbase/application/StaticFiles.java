package wheelbase.application;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Django's {@code collectstatic}, which the build of an image runs.
 *
 * @param manage the project's {@code manage.py}, relative to the project
 * @param environment what the settings ask the environment for and cannot do without, with values
 *     that are good for nothing else
 */
public record StaticFiles(String manage, SortedMap<String, String> environment) {
  public StaticFiles {
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
  }
}
