package wheelbase.platform;

import java.util.List;
import java.util.OptionalInt;
import wheelbase.pep425.Tag;
import wheelbase.pep425.WheelFileName;
import wheelbase.pep508.MarkerEnvironment;

/** A Python release on a C library on an architecture: what wheels and markers are judged for. */
public record TargetPlatform(PythonRelease python, Libc libc, Architecture architecture) {
  /** {@code cp311-manylinux_2_36_x86_64}: the Python tag and the newest platform tag. */
  public String id() {
    throw new UnsupportedOperationException();
  }

  public MarkerEnvironment markerEnvironment() {
    throw new UnsupportedOperationException();
  }

  /** The tags that fit, best first, as packaging.tags.sys_tags() lists them there. */
  public List<Tag> tags() {
    throw new UnsupportedOperationException();
  }

  /** The place of the wheel's best tag in {@link #tags()}, from 0; empty where none fits. */
  public OptionalInt rank(WheelFileName wheel) {
    throw new UnsupportedOperationException();
  }
}
