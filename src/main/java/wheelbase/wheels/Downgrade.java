package wheelbase.wheels;

import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TargetPlatform;

/** A silent downgrade: with wheels only, an older version is taken because it still has a wheel. */
public record Downgrade(
    PackageName name, TargetPlatform target, Version from, Version to, String reason) {}
