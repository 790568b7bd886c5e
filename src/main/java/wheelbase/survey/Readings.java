package wheelbase.survey;

import java.util.List;
import java.util.Map;
import wheelbase.baseimage.BaseImage;
import wheelbase.index.PackageIndex;
import wheelbase.platform.Architecture;
import wheelbase.platform.TargetPlatform;
import wheelbase.syslibs.RuleBook;

/** What is read of the files of packages that no rule speaks of. */
public record Readings(WheelReadings wheels, SourceReadings sources) {
  /** Reads nothing. */
  public static Readings none() {
    return new Readings(WheelReadings.none(), SourceReadings.none());
  }

  /** Begins to read what is worth it. */
  public static Readings begin(
      PackageIndex index,
      RuleBook rules,
      List<BaseImage> images,
      List<Architecture> architectures,
      Map<TargetPlatform, TargetAnalysis> targets) {
    UnruledFiles files = new UnruledFiles(rules, images, architectures, targets);
    return new Readings(WheelReadings.begin(index, files), SourceReadings.begin(index, files));
  }
}
