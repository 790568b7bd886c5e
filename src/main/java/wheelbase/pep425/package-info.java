/**
 * Compatibility tags and the file names that carry them: wheels ("Binary distribution format", PEP
 * 427; tags PEP 425, 600, 656) and sdists (PEP 625 and what came before), and which file pip takes
 * of several. Pure; of wheelbase it imports {@code pep440} and {@code pep508}.
 *
 * <p>Read {@link wheelbase.pep425.WheelFileName} first, then {@link wheelbase.pep425.SupportedTags}
 * and {@link wheelbase.pep425.FileRank}.
 */
package wheelbase.pep425;
