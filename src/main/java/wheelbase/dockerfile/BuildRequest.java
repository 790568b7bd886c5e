package wheelbase.dockerfile;

import java.util.List;
import java.util.Map;
import wheelbase.application.Application;
import wheelbase.baseimage.BaseImage;

/**
 * Everything that decides what a Dockerfile says.
 *
 * @param requirementsFiles those given to pip, relative to the project, in order
 * @param copiedFiles those and all that they include, relative to the project
 * @param buildPackages for the build stage
 * @param runtimePackages for the runtime stage
 * @param buildEnvironment variables of the build stage ({@code CXX=g++})
 * @param hashes whether every requirement has a hash
 * @param notes sentences for the head of the file (outside the index, end of life)
 */
public record BuildRequest(
    BaseImage base,
    List<String> requirementsFiles,
    List<String> copiedFiles,
    List<PackageReason> buildPackages,
    List<PackageReason> runtimePackages,
    Map<String, String> buildEnvironment,
    Application application,
    boolean hashes,
    List<String> notes) {}
