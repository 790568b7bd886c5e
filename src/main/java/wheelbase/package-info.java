/**
 * The pipeline: {@link wheelbase.Wheelbase} names every stage from requirements to Dockerfile,
 * {@link wheelbase.Analysis} is what it finds, {@link wheelbase.ImagePlanner} goes on from that to
 * the files of an image, {@link wheelbase.survey.ProgressListener} hears how far it is.
 */
package wheelbase;
