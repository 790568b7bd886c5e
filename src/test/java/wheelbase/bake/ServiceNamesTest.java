package wheelbase.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceNamesTest {
  @ParameterizedTest
  @CsvSource({
    "web api, web api",
    "services/web services/api, web api",
    "a/web b/web, a-web b-web",
    "a/web b/web c/api, a-web b-web api",
    "a/b a-b, b a-b",
    "Web_Shop, web-shop",
    "web+ web-, web web-2",
    "default, default-2",
    "., shop",
    "été, t",
    "--- _, service service-2",
  })
  void theShortestThatNoOtherHas(String directories, String names) {
    List<String> given = List.of(directories.split(" "));
    assertThat(ServiceNames.of(given, "shop")).containsExactly(names.split(" "));
  }

  @Property
  void eachIsATargetAndAnImageAndNoneComesTwice(
      @ForAll @Size(max = 6) List<String> directories, @ForAll String root) {
    assertThat(ServiceNames.of(directories, root))
        .hasSameSizeAs(directories)
        .doesNotHaveDuplicates()
        .doesNotContain("default")
        .allMatch(name -> name.matches("[a-z0-9]+(-[a-z0-9]+)*"));
  }
}
