package wheelbase.elf;

import java.util.Objects;

/** What reading a file came to. */
public sealed interface ElfReading permits ElfFile, ElfReading.OtherFile, ElfReading.Unreadable {
  /** It is no ELF file: a script, say, of whatever name. */
  record OtherFile() implements ElfReading {}

  /**
   * It is an ELF file that is damaged, or of an unknown kind.
   *
   * @param why a clause
   */
  record Unreadable(String why) implements ElfReading {
    public Unreadable {
      Objects.requireNonNull(why);
    }
  }
}
