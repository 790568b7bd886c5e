/**
 * The pipeline: {@link wheelbase.Wheelbase} names every stage from requirements to Dockerfile,
 * {@link wheelbase.Analysis} is what it finds, {@link wheelbase.survey.ProgressListener} hears how
 * far it is.
 */
package wheelbase;
