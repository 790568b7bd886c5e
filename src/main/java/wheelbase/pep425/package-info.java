/**
 * Compatibility tags and the file names that carry them: wheels ("Binary distribution format", PEP
 * 427; tags PEP 425, 600, 656) and sdists (PEP 625 and what came before). Pure. Read {@link
 * wheelbase.pep425.WheelFileName} first.
 */
package wheelbase.pep425;
