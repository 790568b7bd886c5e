/**
 * What a project's requirements come to everywhere: both resolutions of every target ({@link
 * wheelbase.survey.TargetAnalysis}), the verdict on every package on every image ({@link
 * wheelbase.survey.Matrix}), who asks for it, and the cures that were tried.
 */
package wheelbase.survey;
