package wheelbase.elf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LinkedFilesTest {
  private final Map<String, ElfFile> files = new TreeMap<>();

  private void draw(String path, DrawnElf drawn) {
    files.put(path, drawn.read());
  }

  @Test
  void followsTheSearchPathThenTheName() {
    draw(
        "foo/_a.abi3.so",
        new DrawnElf().needing("libx.so.1", "libc.so.6").runpath("$ORIGIN/../foo.libs"));
    draw("foo.libs/libx.so.1", new DrawnElf().needing("liby.so.2", "libexpat.so.1"));
    draw("foo/inner/liby.so.2", new DrawnElf().needing("libx.so.1"));
    draw("foo/plugins/libgtk.so", new DrawnElf().needing("libgtk-3.so.0", "libc.so.6"));
    LinkedFiles linked = new LinkedFiles(files, List.of());

    Set<String> reached = linked.reachedFrom(List.of("foo/_a.abi3.so"));

    assertThat(reached)
        .containsExactly("foo.libs/libx.so.1", "foo/_a.abi3.so", "foo/inner/liby.so.2");
    assertThat(linked.outside(reached))
        .extracting(LinkedFiles.Outside::soname)
        .containsExactly("libc.so.6", "libexpat.so.1");
    assertThat(linked.outside(List.of("foo/plugins/libgtk.so")))
        .extracting(LinkedFiles.Outside::soname)
        .containsExactly("libc.so.6", "libgtk-3.so.0");
  }

  @Test
  void aFileThatWasNotReadIsThereAllTheSame() {
    draw("foo/_a.so", new DrawnElf().needing("libbig.so.1"));
    LinkedFiles linked = new LinkedFiles(files, List.of("foo.libs/libbig.so.1"));

    assertThat(linked.reachedFrom(List.of("foo/_a.so"))).contains("foo.libs/libbig.so.1");
    assertThat(linked.outside(List.of("foo/_a.so"))).isEmpty();
  }

  @Test
  void whatLiesInAnotherPackageIsToldApart() {
    draw(
        "torch/lib/libtorch.so",
        new DrawnElf()
            .needing("libcublas.so.12", "libc10.so")
            .runpath("$ORIGIN/../../nvidia/cublas/lib:$ORIGIN:/usr/lib:$ORIGIN/../../../../../x"));
    draw("torch/lib/libc10.so", new DrawnElf());
    LinkedFiles linked = new LinkedFiles(files, List.of());

    assertThat(linked.outside(files.keySet()))
        .containsExactly(
            new LinkedFiles.Outside(
                "libcublas.so.12", List.of("torch/lib/libtorch.so"), List.of("nvidia/cublas/lib")));
  }

  @Test
  void aLibraryIsFoundByItsSonameToo() {
    draw("foo/_a.so", new DrawnElf().needing("libx.so.1"));
    draw("foo/libx.so", new DrawnElf().soname("libx.so.1").needing("libz.so.1"));

    assertThat(new LinkedFiles(files, List.of()).reachedFrom(List.of("foo/_a.so")))
        .containsExactly("foo/_a.so", "foo/libx.so");
  }
}
