/**
 * What a user should know beside the verdicts, in sentences: each {@link wheelbase.findings.Finder}
 * looks at what was {@link wheelbase.findings.Surveyed} for one kind of trouble.
 */
package wheelbase.findings;
