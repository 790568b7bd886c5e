package wheelbase.survey;

import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Resolution;
import wheelbase.resolver.WheelsOnly;

/**
 * What resolving came to on one target.
 *
 * @param resolution what pip does
 * @param wheelsOnly what installs without a compiler
 */
public record TargetAnalysis(TargetPlatform target, Resolution resolution, WheelsOnly wheelsOnly) {}
