package wheelbase.pep508;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.pep440.SpecifierSet;

class RequirementTest {

  @Test
  void hasItsParts() {
    Requirement requirement =
        Requirement.parse(" Foo.Bar [Security, a_b] >= 1.0, < 2 ; python_version < '3.9' ");
    assertThat(requirement.name()).isEqualTo(new PackageName("foo-bar"));
    assertThat(requirement.writtenName()).isEqualTo("Foo.Bar");
    assertThat(requirement.extras()).containsExactly("a-b", "security");
    assertThat(requirement.writtenExtras()).containsExactly("Security", "a_b");
    assertThat(requirement.specifier()).isEqualTo(SpecifierSet.parse(">=1.0,<2"));
    assertThat(requirement.url()).isEmpty();
    assertThat(requirement.marker()).hasValue(Marker.parse("python_version < '3.9'"));
  }

  @Test
  void isShownToItsWriterAsWritten() {
    assertThat(Requirement.parse("lxml >=4.9.2, <5 ; python_version < '3.9'").withoutMarker())
        .isEqualTo("lxml>=4.9.2,<5");
    assertThat(Requirement.parse("Foo[b,A] (>=1)").withoutMarker()).isEqualTo("Foo[A,b]>=1");
    assertThat(Requirement.parse("a @ file:///b ; os_name=='nt'").withoutMarker())
        .isEqualTo("a @ file:///b");
  }

  @Test
  void mayPointToAnAddress() {
    Requirement requirement =
        Requirement.parse("a[x] @ https://index.test/a.zip#b=c ; os_name=='nt'");
    assertThat(requirement.url()).hasValue("https://index.test/a.zip#b=c");
    assertThat(requirement.specifier().isEmpty()).isTrue();
    assertThat(requirement.marker()).isPresent();
    assertThat(Requirement.parse("a@file:///b c d".replace(" c d", "")).url())
        .hasValue("file:///b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a                              | a
          A_b[ z ,Y ]                    | A_b[Y,z]
          a[]                            | a
          a ( >=1 , <2 )                 | a<2,>=1
          a()                            | a
          a>=1,                          | a>=1
          a==1.0.*;'x'==extra            | a==1.0.*; "x" == extra
          a === weird_stuff              | a===weird_stuff
          a@ https://e.test/a ; extra=="X_y" | a @ https://e.test/a ; extra == "x-y"
          """)
  void isPrintedAsPackagingDoes(String text, String printed) {
    assertThat(Requirement.parse(text)).hasToString(printed);
    assertThat(Requirement.parse(printed)).isEqualTo(Requirement.parse(text)).hasToString(printed);
  }

  @Test
  void isEqualToWhatMeansTheSame() {
    Requirement requirement = Requirement.parse("Foo_Bar[A.b]==1.0");
    assertThat(requirement)
        .isEqualTo(Requirement.parse("foo-bar[a-b] == 1.0.0"))
        .hasSameHashCodeAs(Requirement.parse("foo-bar[a-b] == 1.0.0"))
        .isEqualTo(
            new Requirement(
                new PackageName("foo-bar"),
                Set.of("a_b"),
                SpecifierSet.parse("==1"),
                Optional.empty(),
                Optional.empty()))
        .isNotEqualTo(Requirement.parse("foo-bar==1.0"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          requests=2.31              |  9 |  5 | one `=`: a version is compared with `==`
          requests 2.31              | 10 |  4 | a comparison such as `==` is wanted before a version
          requests=>1.0              |  9 |  5 | `=>` is written `>=`
          requests==                 |  9 |  2 | a version is wanted after `==`
          requests=="1.0"            |  9 |  2 | a version stands without quotation marks
          requests==latest           |  9 |  8 | `latest` is not a version
          requests>=1.0.*            |  9 |  7 | `.*` can only be used with `==` and `!=`
          requests==1.0a1.*          |  9 |  9 | `.*` can only follow the numbers of a version
          requests>1.0+x             |  9 |  6 | a local version can only be used with `==` and `!=`
          requests~=1                |  9 |  3 | `~=` needs a version of two numbers or more
          requests~1.0               |  9 |  4 | `~` alone compares nothing: `~=` is a compatible version
          requests^1.0               |  9 |  4 | `^` is not known here: write a range, such as `>=1.2,<2`
          requests>=1 <2             | 13 |  2 | `,` is wanted between two version specifiers
          requests>=1 and <2         | 13 |  6 | version specifiers are joined by `,`, not by `and`
          requests>=1,,<2            | 13 |  3 | there is a comma too many
          requests (>=1              | 10 |  1 | this bracket is never closed
          requests (>=1 x            | 15 |  1 | `,` or `)` is wanted after a version
          requests[a                 |  9 |  1 | this bracket is never closed
          requests[a b]              | 12 |  1 | `,` or `]` is wanted between the names of extras
          requests[a,]               | 12 |  1 | the name of an extra is wanted after the comma
          requests*                  |  9 |  1 | `*` is not known here: leave the version out to take any
          requests-                  |  9 |  1 | `-` does not belong here
          requests # why             | 10 |  5 | a comment cannot stand inside a requirement
          requests @                 | 11 |  1 | an address is wanted after `@`
          requests @ https://e.test; python_version<'3' | 26 | 1 | a blank is wanted before `;`
          git+https://e.test/x       |  4 | 17 | a name is wanted before an address: `name @ https://...`
          ==1.0                      |  1 |  1 | a requirement begins with the name of a project: letters and digits, with `-`, `_` or `.` between them
          requests;                  | 10 |  1 | the marker ends too early: a variable or a quoted text is wanted
          requests; python_version < 3.8 | 28 | 3 | `3.8` wants quotation marks: `"3.8"`
          requests; py_version < '3' | 11 | 10 | `py_version` is no marker variable; texts stand in quotation marks
          requests; os_name = 'nt'   | 19 |  1 | one `=`: values are compared with `==`
          requests; os_name 'nt'     | 19 |  1 | a comparison is wanted here: `==`, `!=`, `<`, `<=`, `>`, `>=`, `~=`, `===`, `in` or `not in`
          requests; os_name not 'nt' | 23 |  1 | `in` is wanted after `not`
          requests; os_name == 'nt   | 22 |  1 | this quotation mark is never closed
          requests; (os_name == 'nt' | 11 |  1 | this bracket is never closed
          requests; os_name == 'nt' x | 27 | 1 | `and`, `or` or the end is wanted here
          """)
  void theFaultIsPlacedAndSaid(String text, int column, int length, String message) {
    RequirementSyntaxException fault =
        catchThrowableOfType(RequirementSyntaxException.class, () -> Requirement.parse(text));
    assertThat(fault).hasMessage(message);
    assertThat(fault.column()).isEqualTo(column);
    assertThat(fault.length()).isEqualTo(length);
    assertThat(Requirement.tryParse(text)).isEmpty();
  }

  @Test
  void nothingIsNoRequirement() {
    assertThat(
            catchThrowableOfType(RequirementSyntaxException.class, () -> Requirement.parse("  ")))
        .hasMessage("there is no requirement here");
  }
}
