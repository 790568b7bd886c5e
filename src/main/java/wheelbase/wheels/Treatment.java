package wheelbase.wheels;

import java.util.function.Function;
import wheelbase.platform.DistributionRelease;
import wheelbase.requirements.RequirementEdit;

/** What taking a cure changes: the requirements, or what is asked for. */
public sealed interface Treatment {

  <T> T fold(
      Function<EditRequirement, T> edit,
      Function<OtherPython, T> python,
      Function<OtherRelease, T> release);

  /** The lines that name a project ask for something else. */
  record EditRequirement(RequirementEdit edit) implements Treatment {
    @Override
    public <T> T fold(
        Function<EditRequirement, T> edit,
        Function<OtherPython, T> python,
        Function<OtherRelease, T> release) {
      return edit.apply(this);
    }
  }

  /**
   * Another Python is asked for.
   *
   * @param series {@code 3.12}
   */
  record OtherPython(String series) implements Treatment {
    @Override
    public <T> T fold(
        Function<EditRequirement, T> edit,
        Function<OtherPython, T> python,
        Function<OtherRelease, T> release) {
      return python.apply(this);
    }
  }

  /** A base image of another distribution release is asked for. */
  record OtherRelease(DistributionRelease distribution) implements Treatment {
    @Override
    public <T> T fold(
        Function<EditRequirement, T> edit,
        Function<OtherPython, T> python,
        Function<OtherRelease, T> release) {
      return release.apply(this);
    }
  }
}
