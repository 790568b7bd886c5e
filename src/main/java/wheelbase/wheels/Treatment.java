package wheelbase.wheels;

import java.util.List;
import java.util.function.Function;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;
import wheelbase.requirements.RequirementEdit;

/** What taking a cure changes: the requirements, or what is asked for. */
public sealed interface Treatment {

  /** What is to be made of each kind of treatment. */
  record Cases<T>(
      Function<EditRequirements, T> edits,
      Function<OtherPython, T> python,
      Function<OtherRelease, T> release,
      Function<FewerArchitectures, T> architectures) {}

  <T> T fold(Cases<T> cases);

  /** What becomes of the requirements; empty where they stay as they are. */
  default List<RequirementEdit> edits() {
    return List.of();
  }

  static Treatment edit(RequirementEdit edit) {
    return new EditRequirements(List.of(edit));
  }

  /**
   * The lines that name a project ask for something else.
   *
   * @param edits of one project each, to be made together; never empty
   */
  record EditRequirements(List<RequirementEdit> edits) implements Treatment {
    public EditRequirements {
      edits = List.copyOf(edits);
      if (edits.isEmpty()) {
        throw new IllegalArgumentException("nothing is edited");
      }
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.edits().apply(this);
    }
  }

  /**
   * Another Python is asked for.
   *
   * @param series {@code 3.12}
   */
  record OtherPython(String series) implements Treatment {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.python().apply(this);
    }
  }

  /** A base image of another distribution release is asked for. */
  record OtherRelease(DistributionRelease distribution) implements Treatment {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.release().apply(this);
    }
  }

  /**
   * The image is built for fewer architectures.
   *
   * @param kept in the order asked for; never empty
   */
  record FewerArchitectures(List<Architecture> kept) implements Treatment {
    public FewerArchitectures {
      kept = List.copyOf(kept);
      if (kept.isEmpty()) {
        throw new IllegalArgumentException("no architecture is left");
      }
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.architectures().apply(this);
    }
  }
}
