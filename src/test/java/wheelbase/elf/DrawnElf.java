package wheelbase.elf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small shared object, drawn field by field: there is no code in it. */
public final class DrawnElf {
  private static final int ADDRESS = 0x10000;

  private boolean wide = true;
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
  private int filling;
  private final List<long[]> entries = new ArrayList<>();
  private final ByteArrayOutputStream strings = new ByteArrayOutputStream();
  private final Map<String, List<String>> needs = new LinkedHashMap<>();
  private final List<String> definitions = new ArrayList<>();

  public DrawnElf() {
    strings.write(0);
  }

  DrawnElf narrow() {
    wide = false;
    return this;
  }

  DrawnElf bigEndian() {
    order = ByteOrder.BIG_ENDIAN;
    return this;
  }

  public DrawnElf soname(String name) {
    return entry(DynamicSection.SONAME, string(name));
  }

  public DrawnElf needing(String... names) {
    Arrays.stream(names).forEach(name -> entry(DynamicSection.NEEDED, string(name)));
    return this;
  }

  DrawnElf rpath(String path) {
    return entry(DynamicSection.RPATH, string(path));
  }

  public DrawnElf runpath(String path) {
    return entry(DynamicSection.RUNPATH, string(path));
  }

  public DrawnElf wanting(String library, String... versions) {
    needs.put(library, List.of(versions));
    return this;
  }

  DrawnElf defining(String... versions) {
    definitions.addAll(List.of(versions));
    return this;
  }

  /** Bytes of something else between the header and the dynamic section. */
  public DrawnElf filled(int bytes) {
    filling = bytes;
    return this;
  }

  DrawnElf entry(long tag, long value) {
    entries.add(new long[] {tag, value});
    return this;
  }

  private int string(String text) {
    int place = strings.size();
    strings.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    strings.write(0);
    return place;
  }

  /** What the reader makes of it. */
  public ElfFile read() {
    try {
      return (ElfFile) ElfReader.read(ByteSource.of(bytes()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Header, program headers, version sections, filling, dynamic section, string table. */
  public byte[] bytes() {
    byte[] needed = needs();
    byte[] defined = definitions();
    int headers = wide ? 64 + 2 * 56 : 52 + 2 * 32;
    int neededAt = headers;
    int definedAt = neededAt + needed.length;
    int dynamicAt = definedAt + defined.length + filling;
    if (!needs.isEmpty()) {
      entry(DynamicSection.VERNEED, ADDRESS + neededAt);
      entry(DynamicSection.VERNEEDNUM, needs.size());
    }
    if (!definitions.isEmpty()) {
      entry(DynamicSection.VERDEF, ADDRESS + definedAt);
      entry(DynamicSection.VERDEFNUM, definitions.size());
    }
    int dynamicLength = (entries.size() + 2) * (wide ? 16 : 8);
    int stringsAt = dynamicAt + dynamicLength;
    entry(DynamicSection.STRTAB, ADDRESS + stringsAt);
    entry(0, 0);
    ByteBuffer file = ByteBuffer.allocate(stringsAt + strings.size()).order(order);
    file.put(new byte[] {0x7f, 'E', 'L', 'F', (byte) (wide ? 2 : 1)});
    file.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 1 : 2)).put((byte) 1);
    file.position(16);
    file.putShort((short) 3).putShort((short) 62).putInt(1);
    word(file, 0);
    word(file, wide ? 64 : 52);
    word(file, 0);
    file.putInt(0).putShort((short) (wide ? 64 : 52)).putShort((short) (wide ? 56 : 32));
    file.putShort((short) 2);
    file.position(wide ? 64 : 52);
    segment(file, 1, 0, file.capacity());
    segment(file, 2, dynamicAt, dynamicLength);
    file.position(neededAt);
    file.put(needed).put(defined);
    file.position(dynamicAt);
    for (long[] entry : entries) {
      word(file, entry[0]);
      word(file, entry[1]);
    }
    file.position(stringsAt);
    file.put(strings.toByteArray());
    return file.array();
  }

  private void segment(ByteBuffer file, int type, int offset, int length) {
    file.putInt(type);
    if (wide) {
      file.putInt(4).putLong(offset).putLong(ADDRESS + offset).putLong(0);
      file.putLong(length).putLong(length).putLong(1);
    } else {
      file.putInt(offset).putInt(ADDRESS + offset).putInt(0);
      file.putInt(length).putInt(length).putInt(4).putInt(1);
    }
  }

  private void word(ByteBuffer file, long value) {
    if (wide) {
      file.putLong(value);
    } else {
      file.putInt((int) value);
    }
  }

  private byte[] needs() {
    ByteBuffer records =
        ByteBuffer.allocate(
                needs.values().stream().mapToInt(versions -> 16 + 16 * versions.size()).sum())
            .order(order);
    int left = needs.size();
    for (Map.Entry<String, List<String>> need : needs.entrySet()) {
      List<String> versions = need.getValue();
      records.putShort((short) 1).putShort((short) versions.size()).putInt(string(need.getKey()));
      records.putInt(16).putInt(--left == 0 ? 0 : 16 + 16 * versions.size());
      for (int index = 0; index < versions.size(); index++) {
        records.putInt(0).putShort((short) 0).putShort((short) 2);
        records.putInt(string(versions.get(index)));
        records.putInt(index == versions.size() - 1 ? 0 : 16);
      }
    }
    return records.array();
  }

  private byte[] definitions() {
    ByteBuffer records = ByteBuffer.allocate(28 * definitions.size()).order(order);
    for (int index = 0; index < definitions.size(); index++) {
      records.putShort((short) 1).putShort((short) 0).putShort((short) 2).putShort((short) 1);
      records.putInt(0).putInt(20).putInt(index == definitions.size() - 1 ? 0 : 28);
      records.putInt(string(definitions.get(index))).putInt(0);
    }
    return records.array();
  }
}
