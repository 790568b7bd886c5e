/**
 * What a project asks for: which of its files says so ({@link
 * wheelbase.requirements.RequirementsFinder}), requirements files as pip reads them, with lines,
 * includes, constraints, options and the place of each, and the seam to lock files ({@link
 * wheelbase.requirements.Lock}). Files are read through {@link wheelbase.requirements.FileReader};
 * read {@link wheelbase.requirements.RequirementsReader} first.
 */
package wheelbase.requirements;
