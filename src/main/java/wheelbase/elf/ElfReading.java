package wheelbase.elf;

import java.util.Objects;

/** What reading a file came to. */
public sealed interface ElfReading permits ElfFile, ElfReading.Unreadable {
  /**
   * It is no ELF file, or a damaged one.
   *
   * @param why a clause
   */
  record Unreadable(String why) implements ElfReading {
    public Unreadable {
      Objects.requireNonNull(why);
    }
  }
}
