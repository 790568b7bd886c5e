/**
 * Reads what ELF files say about the shared libraries that they are linked to. Pure: nothing is
 * loaded or run, and the files are taken to be hostile.
 *
 * <p>Read {@link wheelbase.elf.ElfFile} first, then {@link wheelbase.elf.ElfReader}.
 */
package wheelbase.elf;
