package wheelbase.pep508;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wheelbase.pep440.SpecifierSet;

/**
 * Reads one requirement, strictly as packaging 26 does, and says of a fault what would be right
 * ("Grammar" in PEP 508).
 */
final class RequirementParser {
  private static final List<String> OPERATORS =
      List.of("===", "~=", "==", "!=", "<=", ">=", "<", ">");

  private final Scanner scanner;

  RequirementParser(String text) {
    this.scanner = new Scanner(text);
  }

  /** {@code requirement = name [extras] ("@" url | specifier) [";" marker]} */
  Requirement requirement() {
    scanner.skipBlanks();
    String name = name();
    scanner.skipBlanks();
    List<String> extras = extras();
    scanner.skipBlanks();
    if (scanner.take('@')) {
      scanner.skipBlanks();
      String url = url();
      return new Requirement(name, extras, SpecifierSet.any(), "", Optional.of(url), marker());
    }
    Clauses clauses = specifier();
    return new Requirement(
        name, extras, clauses.specifier(), clauses.written(), Optional.empty(), marker());
  }

  /**
   * {@code identifier = letterOrDigit (letterOrDigit | "-" | "_" | ".")* letterOrDigit}; packaging
   * lets it end with {@code _} too.
   */
  private String name() {
    return scanner
        .takeIdentifier()
        .orElseThrow(
            () ->
                scanner.error(
                    scanner.atEnd()
                        ? "there is no requirement here"
                        : "a requirement begins with the name of a project: letters and digits,"
                            + " with `-`, `_` or `.` between them"));
  }

  /** {@code extras = "[" [identifier ("," identifier)*] "]"} */
  private List<String> extras() {
    List<String> extras = new ArrayList<>();
    int start = scanner.position();
    if (!scanner.take('[')) {
      return extras;
    }
    scanner.skipBlanks();
    Optional<String> extra = scanner.takeIdentifier();
    while (extra.isPresent()) {
      extras.add(extra.get());
      scanner.skipBlanks();
      if (!scanner.take(',')) {
        break;
      }
      scanner.skipBlanks();
      extra = scanner.takeIdentifier();
      if (extra.isEmpty()) {
        throw scanner.error("the name of an extra is wanted after the comma");
      }
    }
    if (!scanner.take(']')) {
      throw scanner.atEnd()
          ? scanner.error("this bracket is never closed", start, 1)
          : scanner.error("`,` or `]` is wanted between the names of extras");
    }
    return extras;
  }

  private String url() {
    String url = scanner.takeWhile(c -> c != ' ' && c != '\t');
    if (url.isEmpty()) {
      throw scanner.error("an address is wanted after `@`");
    }
    int end = scanner.position();
    scanner.skipBlanks();
    if (url.endsWith(";") && !scanner.atEnd() && !scanner.at(';')) {
      throw scanner.error("a blank is wanted before `;`", end - 1, 1);
    }
    return url;
  }

  /** {@code versionspec = "(" version_many ")" | version_many} */
  private Clauses specifier() {
    int start = scanner.position();
    boolean bracket = scanner.take('(');
    scanner.skipBlanks();
    Clauses clauses = clauses();
    scanner.skipBlanks();
    if (bracket && !scanner.take(')')) {
      throw scanner.atEnd()
          ? scanner.error("this bracket is never closed", start, 1)
          : scanner.error("`,` or `)` is wanted after a version");
    }
    scanner.skipBlanks();
    return clauses;
  }

  /** What the clauses mean together, and how they were written but for blanks. */
  private record Clauses(SpecifierSet specifier, String written) {}

  /** {@code version_many = [version_one ("," version_one)* [","]]} */
  private Clauses clauses() {
    SpecifierSet clauses = SpecifierSet.any();
    String written = "";
    int start = scanner.position();
    Optional<String> clause = clause();
    while (clause.isPresent()) {
      SpecifierSet single = specifier(clause.get(), start);
      clauses = clauses.and(single);
      written += (written.isEmpty() ? "" : ",") + single;
      scanner.skipBlanks();
      if (!scanner.take(',')) {
        break;
      }
      scanner.skipBlanks();
      start = scanner.position();
      clause = clause();
    }
    return new Clauses(clauses, written);
  }

  /** {@code version_one = version_cmp version}; the version is not looked at yet. */
  private Optional<String> clause() {
    return scanner
        .takeOne(OPERATORS)
        .map(
            operator ->
                operator
                    + scanner.takeWhile(Scanner::isWhiteSpace)
                    + scanner.takeWhile(
                        operator.equals("===")
                            ? c -> !Scanner.isWhiteSpace(c) && c != ';' && c != ')'
                            : RequirementParser::isVersionPart));
  }

  private static boolean isVersionPart(int c) {
    return Scanner.isAlphanumeric(c) || ".!*+_-".indexOf(c) >= 0;
  }

  private SpecifierSet specifier(String clause, int start) {
    return SpecifierSet.tryParse(clause)
        .orElseThrow(
            () ->
                scanner.error(
                    RequirementFaults.specifier(clause, scanner.rest()),
                    start,
                    clause.strip().length()));
  }

  private Optional<Marker> marker() {
    if (scanner.atEnd()) {
      return Optional.empty();
    }
    if (!scanner.take(';')) {
      throw scanner.error(
          RequirementFaults.leftover(scanner.rest()), scanner.position(), scanner.rest().length());
    }
    Marker marker = Marker.read(scanner);
    scanner.skipBlanks();
    if (!scanner.atEnd()) {
      throw scanner.error(
          "`and`, `or` or the end is wanted here", scanner.position(), scanner.rest().length());
    }
    return Optional.of(marker);
  }
}
