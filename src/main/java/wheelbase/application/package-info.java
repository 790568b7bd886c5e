/**
 * What a project is: framework, entry point, port and health check, read from its own source text;
 * nothing of it is run. {@link wheelbase.application.ApplicationDetector} looks, {@link
 * wheelbase.application.Application} is what was found.
 */
package wheelbase.application;
