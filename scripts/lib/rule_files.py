"""The files of rules-db/ as scripts read and write them: which rule speaks, and what that is in a distribution."""
import json
import pathlib

from pip._vendor.packaging.markers import Marker
from pip._vendor.packaging.specifiers import SpecifierSet
from pip._vendor.packaging.version import InvalidVersion, Version

RULES = pathlib.Path(__file__).resolve().parent.parent.parent / "rules-db"
WIDTH = 100


class Impossible(Exception):
    """The rule, or a library that it names, says that it cannot be there."""


class Case:
    """Where an sdist is built: a release, a Python, an architecture."""

    def __init__(self, release, python, architecture="amd64"):
        self.release, self.python, self.architecture = release, python, architecture

    def __str__(self):
        return f"{self.release}, Python {self.python}, {self.architecture}"

    def admits(self, when, version):
        """Whether a rule with that condition can meet an sdist of that version here, nothing beside it."""
        return (
            when.get("artifact", "sdist") == "sdist"
            and when.get("libc", "glibc") == "glibc"
            and when.get("arch", self.architecture) == self.architecture
            and self.release in when.get("distribution", [self.release])
            and SpecifierSet(when.get("python", "")).contains(self.python + ".1", prereleases=True)
            and ("marker" not in when or Marker(when["marker"]).evaluate(self.markers()))
            and SpecifierSet(when.get("versions", "")).contains(version, prereleases=True)
        )

    def markers(self):
        """Its marker environment, as far as it differs from any Linux with CPython."""
        machine = {"amd64": "x86_64", "arm64": "aarch64"}[self.architecture]
        return {"extra": "", "python_version": self.python, "python_full_version": self.python + ".1", "platform_machine": machine}


def package_files():
    return sorted((RULES / "packages").glob("*.json"))


def load(file):
    return json.loads(file.read_text())


def save(file, content):
    file.write_text(formatted(content) + "\n")


def formatted(value, indent=0, before=0, after=0):
    """JSON as all files of rules-db/ have it: on one line whatever fits there."""
    text = json.dumps(value, ensure_ascii=False)
    whole_file = indent == before == after == 0
    if not isinstance(value, (dict, list)) or not value or (not whole_file and indent + before + len(text) + after <= WIDTH):
        return text
    items = list(value.items()) if isinstance(value, dict) else [(None, element) for element in value]
    lines = []
    for number, (key, element) in enumerate(items):
        head = "" if key is None else json.dumps(key, ensure_ascii=False) + ": "
        comma = int(number < len(items) - 1)
        lines.append(" " * (indent + 2) + head + formatted(element, indent + 2, len(head), comma))
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return opening + "\n" + ",\n".join(lines) + "\n" + " " * indent + closing


def builds(rule):
    """Whether the rule says how an sdist is compiled."""
    return rule.get("when", {}).get("artifact", "sdist") == "sdist" and bool(rule.get("build")) and "impossible" not in rule


def possible(rule, case):
    """Whether some version could meet the rule there."""
    when = {key: value for key, value in rule.get("when", {}).items() if key != "versions"}
    return case.admits(when, "1")


def speaking(rules, version, case):
    """The rule that is tried first of those that hold, or None."""
    return next((rule for rule in rules if case.admits(rule.get("when", {}), version)), None)


def is_version(text):
    """Whether it is one by PEP 440: pip lists even what it could not install."""
    try:
        Version(text)
    except InvalidVersion:
        return False
    return True


def newest(rules, rule, versions, case):
    """The newest of the versions for which this rule speaks, or None."""
    ordered = sorted(filter(is_version, versions), key=Version, reverse=True)
    return next((version for version in ordered if speaking(rules, version, case) is rule), None)


class Libraries:
    """rules-db/libraries/, each file read once."""

    def __init__(self):
        self.read = {}

    def get(self, identifier):
        if identifier not in self.read:
            self.read[identifier] = load(RULES / "libraries" / f"{identifier}.json")
        return self.read[identifier]

    def packaging(self, identifier, release):
        """What it is in a release: the release's own entry goes before that of its family."""
        by_release = self.get(identifier)["packages"]
        return by_release.get(release, by_release.get(release.split(":")[0], {}))

    def sonames(self, identifier, release):
        return self.packaging(identifier, release).get("sonames", [])

    def packages(self, identifier, release, role):
        """Distribution packages for that role, `build` or `run`; raises Impossible where there is none to be had."""
        packaging = self.packaging(identifier, release)
        if "absent" in packaging:
            raise Impossible(f"{identifier}: {packaging['absent']}")
        return packaging.get(role, [])

    def needs(self, rule, version, case):
        """What the rule comes to in that case."""
        for identifier, allowed in rule.get("requires", {}).items():
            there = self.packaging(identifier, case.release).get("version")
            specifier = allowed.replace("{version}", version)
            if there and not SpecifierSet(specifier).contains(there, prereleases=True):
                raise Impossible(f"{identifier} {there} of {case.release} is not {specifier}")
        environment = {}
        for identifier in rule["build"]:
            environment |= self.get(identifier).get("environment", {})
        environment |= rule.get("environment", {})
        return Needs(
            {one: self.packages(one, case.release, "build") for one in rule["build"]},
            {one: self.packages(one, case.release, "run") for one in rule["run"]},
            environment,
            {one for one in rule["build"] if self.get(one)["kind"] != "library"},
        )


PLAIN_RUST = {"CARGO_PROFILE_RELEASE_OPT_LEVEL": "0", "CARGO_PROFILE_RELEASE_LTO": "off", "CARGO_PROFILE_RELEASE_CODEGEN_UNITS": "16"}


class Needs:
    """Distribution packages by the id that asks for them, and build variables."""

    def __init__(self, build, run, environment, tools):
        self.build, self.run, self.environment, self.tools = build, run, environment, tools

    def quickly(self):
        """The same for a compiler that does not optimise: what comes out is linked to the same libraries, if not to more."""
        plain = {key: " ".join(filter(None, [self.environment.get(key), "-O0 -g0"])) for key in ("CFLAGS", "CXXFLAGS")}
        return Needs(self.build, self.run, {**PLAIN_RUST, **self.environment, **plain}, self.tools)

    def tool_packages(self):
        return sorted({name for one in self.tools for name in self.build[one]})

    def library_packages(self, without=None):
        wanted = {name for one, names in self.build.items() if one not in self.tools and one != without for name in names}
        return sorted(wanted - set(self.tool_packages()))

    def run_packages(self):
        return sorted({name for names in self.run.values() for name in names})
