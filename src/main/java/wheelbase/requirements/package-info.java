/**
 * Requirements files as pip reads them: lines, includes, constraints, options, and the place of
 * each. Files are read through {@link wheelbase.requirements.FileReader}; read {@link
 * wheelbase.requirements.RequirementsReader} first.
 */
package wheelbase.requirements;
