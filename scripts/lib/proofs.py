"""One proof: an sdist built with the packages of its rule, and the result looked over in an image with those of `run`."""
import fnmatch
import json
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys

import rule_files
from layered_root import CommandFailed, Layers, Root, in_memory

ENVIRONMENT = {"PATH": "/opt/venv/bin:/usr/local/bin:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin",
               "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore", "PIP_NO_INPUT": "1",
               "PIP_NO_COMPILE": "1"}
REACHED, FAILED, LEFT_OUT, NOTHING = "proven", "failed", "left-out", "nothing-to-build"
# What has to be there for an import, though no metadata says so.
COMPANIONS = {"pillow-avif-plugin": ["pillow"], "psycopg-c": ["psycopg=={version}"]}
BLAMED = re.compile(
    r"(?i)(fatal error:|\berror:|\w{3,}Error:|not found|Could NOT find|No such file|Could not find|cannot find|requires|unsupported)")
IDLE = re.compile(r"(?i)ld returned|Error: (Command |ERROR: Failed)|error: (subprocess-exited|metadata-generation|failed-wheel|command .* failed)|failed building|note: this error|legacy-install"
                  r"|exit code|did not run successfully|deprecat|warning|has requirement")


# What a build says that fetches something from elsewhere than the package index, on a machine without a way there.
UNREACHED = re.compile(r"(?i)(Name or service not known|name resolution|Could not resolve host|Network is unreachable|Failed to establish a new connection)")


class NothingToBuild(Exception):
    """Why there is nothing to build for a rule in a case; the version that would have been it, where one would."""

    def __init__(self, why, version=None):
        super().__init__(why)
        self.version = version


class NotTried(Exception):
    """The package index did not answer, or nothing was to be built now, so that nothing is known."""


class Broken(Exception):
    """What went wrong with a build or its result, in one line; and all that was said."""

    def __init__(self, why, said=""):
        super().__init__(why)
        self.said = said


def is_of(proof, case):
    return (proof["on"], proof["python"], proof["arch"]) == (case.release, case.python, case.architecture)


class Answer:
    """A proof without its date, and what was noticed beside it."""

    def __init__(self, case, version, result, why=None, seconds=None, remarks=()):
        self.proof = {**({"version": version} if version else {}), "on": case.release, "python": case.python, "arch": case.architecture, "result": result}
        if seconds is not None:
            self.proof["seconds"] = max(1, round(seconds))
        if why:
            self.proof["why"] = why
        self.remarks = list(remarks)

    def __str__(self):
        proof = self.proof
        seconds = f" in {proof['seconds']} s" if "seconds" in proof else ""
        why = ": " + proof["why"] if "why" in proof else ""
        return f"{proof.get('version', 'any version')} on {proof['on']} {proof['arch']}: {proof['result']}{seconds}{why}" + "".join(f"\n    {remark}" for remark in self.remarks)


class Workshop:
    """Where things are built: the layers of each release, and a place for what is built just now."""

    def __init__(self, arguments, bases):
        self.arguments, self.bases, self.layers, self.libraries = arguments, bases, {}, rule_files.Libraries()
        self.tools = arguments.shared / "tools"
        sys.path.insert(0, str(self.tools))
        self.giants = dict(line.split(None, 1) for line in (pathlib.Path(__file__).parent / "giants.txt").read_text().splitlines()
                           if line and not line.startswith("#"))

    def layers_of(self, case):
        key = (case.release, case.architecture)
        if key not in self.layers:
            import stand_ins

            foreign = stand_ins.PLATFORMS[f"linux/{case.architecture}"]
            stand_ins.emulate(f"linux/{case.architecture}")
            self.layers[key] = Layers(self.arguments.work, self.tools, self.bases[case.release][0] + foreign)
        return self.layers[key]

    def room(self):
        return in_memory(self.arguments.work)

    def versions(self, name, case):
        """Those of which there is an sdist for this Python, as pip sees it."""
        layers = self.layers_of(case)
        with self.room() as room, Root(layers, layers.prepared, room / "upper", room / "work") as root:
            try:
                said = root.run(["pip", "index", "versions", "--no-binary", name, name], ENVIRONMENT, patience=300)
            except CommandFailed as problem:
                last = str(problem).strip().splitlines()[-1]
                if "No matching distribution" not in last:
                    raise NotTried(last) from None
                return []
            except subprocess.TimeoutExpired:
                raise NotTried("pip did not answer in time") from None
        listed = re.search(r"Available versions: (.*)", said)
        return listed[1].split(", ") if listed else []

    def subject(self, name, rules, number, case):
        versions = self.versions(name, case)
        version = rule_files.newest(rules, rules[number], versions, case)
        if version is None:
            raise NothingToBuild("no sdist for which the rule speaks" if versions else f"no sdist for Python {case.python}")
        try:
            return version, self.libraries.needs(rules[number], version, case)
        except rule_files.Impossible as reason:
            raise NothingToBuild(f"impossible there: {reason}", version) from None

    def prove(self, name, rules, number, case):
        try:
            version, needs = self.subject(name, rules, number, case)
        except NothingToBuild as reason:
            return Answer(case, reason.version, NOTHING, str(reason))
        if name in self.giants:
            return Answer(case, version, LEFT_OUT, self.giants[name])
        if self.arguments.ask:
            raise NotTried(f"{version} would be built")
        if self.arguments.quick:
            answer = self.tried(name, rules[number], version, needs.quickly(), case)
            if answer.proof["result"] == REACHED:
                del answer.proof["seconds"]
                return answer
        return self.tried(name, rules[number], version, needs, case)

    def tried(self, name, rule, version, needs, case):
        log = self.log(name, case)
        try:
            with self.room() as room:
                build = Build(self, name, version, needs, case, room, log)
                seconds = build.compile()
                found = build.look_over(rule)
        except subprocess.TimeoutExpired as slow:
            return Answer(case, version, LEFT_OUT, f"not finished in {round(slow.timeout / 60)} minutes here")
        except Broken as problem:
            unreached = next((line.strip() for line in problem.said.splitlines() if UNREACHED.search(line)), None)
            if unreached:
                return Answer(case, version, LEFT_OUT, "its build fetches what this machine cannot reach: " + unreached[:120])
            return Answer(case, version, FAILED, str(problem), remarks=[f"see {log}"])
        return Answer(case, version, FAILED if found.wrong else REACHED, "; ".join(found.wrong), seconds, found.remarks)

    def leave_out(self, name, rules, number, case):
        """Which libraries of `build` the build does as well without: the same files, linked to the same libraries."""
        version, needs = self.subject(name, rules, number, case)
        spare, whole = [], None
        for identifier in [None, *(one for one in needs.build if one not in needs.tools and needs.build[one])]:
            try:
                with self.room() as room:
                    build = Build(self, name, version, needs, case, room, self.log(name, case))
                    build.compile(without=identifier)
                    found = build.look_over(rules[number])
                    print(f"    without {identifier}: built", flush=True)
            except (Broken, subprocess.TimeoutExpired) as problem:
                if identifier is None:
                    return Answer(case, version, FAILED, str(problem))
                print(f"    without {identifier}: {problem}", flush=True)
                continue
            if identifier is None:
                whole = found
            elif (found.linked, found.own) == (whole.linked, whole.own):
                spare.append(identifier)
        return Answer(case, version, REACHED, "builds as well without " + ", ".join(spare) if spare else None)

    def log(self, name, case):
        directory = self.arguments.work / "logs"
        directory.mkdir(parents=True, exist_ok=True)
        return directory / f"{name}-{case.release.replace(':', '')}-{case.architecture}.log"


class Build:
    """The two stages of one proof."""

    def __init__(self, workshop, name, version, needs, case, room, log):
        self.workshop, self.name, self.version, self.needs, self.room, self.log = workshop, name, version, needs, room, log
        self.layers, self.case = workshop.layers_of(case), case

    def compile(self, without=None):
        """Has pip make the wheel, and install it. Returns the seconds of processor time that making it took."""
        try:
            lower = self.layers.with_packages(self.needs.tool_packages())
        except CommandFailed as problem:
            raise Broken("apt: " + blamed(str(problem))) from None
        upper = self.room / "build"
        with Root(self.layers, lower, upper, self.room / "build-work") as root:
            self._install(root, self.needs.library_packages(without))
            environment = {**ENVIRONMENT, "CARGO_HTTP_CAINFO": self.layers.environment.get("SSL_CERT_FILE", ""), **self.needs.environment}
            start = processor_seconds()
            self._run(root, ["pip", "install", "--no-deps", "--no-binary", self.name, f"{self.name}=={self.version}"], environment)
            seconds = processor_seconds() - start
            if depends(information(root.path, self.name)) or self.name in COMPANIONS:
                companions = [one.format(version=self.version) for one in COMPANIONS.get(self.name, [])]
                wanted = [f"{self.name}=={self.version}", *companions]
                self._run(root, ["pip", "install", "--prefer-binary", *wanted], environment)
        return seconds

    def look_over(self, rule):
        """What the fresh image has that it needs, and the other way round."""
        upper = self.room / "run"
        (upper / "opt").mkdir(parents=True)
        (self.room / "build/opt/venv").rename(upper / "opt/venv")
        shutil.copy(pathlib.Path(__file__).with_name("import_probe.py"), upper / "opt")
        with Root(self.layers, self.layers.prepared, upper, self.room / "run-work") as root:
            self._install(root, self.needs.run_packages())
            answer = json.loads(self._run(root, ["python", "/opt/import_probe.py", self.name], ENVIRONMENT).rsplit("\n@@", 1)[1])
            result = Result(root.path, self.name, self.needs, answer, rule.get("optional_files", []), self.case.architecture)
            result.judge(rule, self.workshop.libraries, self.case.release)
            return result

    def _install(self, root, names):
        try:
            root.install(names)
        except CommandFailed as problem:
            raise Broken("apt: " + blamed(str(problem))) from None

    def _run(self, root, command, environment):
        try:
            said = root.run(command, environment, patience=self.workshop.arguments.timeout)
        except CommandFailed as problem:
            self.log.write_text(str(problem))
            raise Broken(blamed(str(problem)), str(problem)) from None
        self.log.write_text(said)
        return said


def processor_seconds():
    """Of all that was started and has ended: says the same on a busy machine as on an idle one."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def blamed(said):
    """The line of a log that most likely says what is wrong."""
    lines = [line.strip(" │╰─>×\t") for line in said.splitlines() if line.strip()]
    told = [line for line in lines if BLAMED.search(line) and not IDLE.search(line)]
    hard = [line for line in told if re.search(r"(?i)fatal error:|\bld: cannot find|\berror:|Error:", line)]
    return ((hard or told or lines[-1:] or ["nothing was said"])[0])[:200]


class Result:
    """An installed package in an image, held against its rule."""

    def __init__(self, root, name, needs, answer, optional_files, architecture):
        import elf_needs

        self.root, self.needs, self.answer = root, needs, answer
        loader = elf_needs.Loader(root, architecture=architecture)
        self.files = installed_files(root, name)
        site = "/site-packages/"
        optional = [file for file in self.files if any(fnmatch.fnmatch(file.split(site)[-1], pattern) for pattern in optional_files)]
        self.own = {file for file in self.files if loader.elf(file)} - set(optional)
        linked, missing = loader.closure(self.own)
        present = {pathlib.PurePath(file).name for file in self.files}
        self.missing = {soname: askers for soname, askers in missing.items() if soname not in present}
        self.linked = {pathlib.PurePath(path).name for path in linked}
        self.used = {whole_path(path) for path in linked} | {whole_path(loader.image_path(path)) for path in answer["mapped"]}
        self.direct = {soname for file in self.own for soname in loader.elf(file).needed}
        self.paths = {loader.elf(path).soname: whole_path(path) for path in linked}

    def judge(self, rule, libraries, release):
        """Finds what is wrong, and what may be worth a look; while the image is there."""
        self.wrong = self._wrong() + self._libstdcxx(rule)
        self.remarks = self._remarks(rule, libraries, release)

    def _wrong(self):
        found = []
        if not self.own:
            found.append("nothing was compiled")
        if not self.answer["modules"] and not any("/bin/" in file for file in self.own):
            found.append("no module to import")
        found += [f"import {module}: {first_line(why)}" for module, why in list(self.answer["failed"].items())[:2]]
        found += [f"{soname} is missing, asked for by {pathlib.PurePath(askers[0]).name}" for soname, askers in sorted(self.missing.items())]
        found += [f"nothing uses {package}" for package in self.superfluous()]
        return found

    def superfluous(self):
        """Packages of `run` of which nothing is linked or opened, and that the package's files do not name."""
        spare = []
        for identifier, packages in self.needs.run.items():
            contents = {package: package_contents(self.root, package) for package in packages}
            used = {package for package, paths in contents.items() if paths & self.used}
            for package in set(packages) - used:
                if not self.names_something_of(contents[package]):
                    spare.append(package)
        return sorted(spare)

    def _libstdcxx(self, rule):
        """Debian's base has it and Alpine's has not: a rule has to name it all the same, and only where it is linked."""
        linked, named = "libstdc++.so.6" in self.direct, "libstdc++" in rule["run"]
        if linked == named:
            return []
        return ["links libstdc++, which is not in `run`" if linked else "nothing links libstdc++"]

    def names_something_of(self, paths):
        """Whether the package's own files name a library, a program or a typelib among those: it opens or runs it by name."""
        names = {re.sub(r"(-[\d.]+)?\.so[.\d]*$", "", pathlib.PurePath(path).name) for path in paths if re.search(r"/lib[^/]+\.so[.\d]*$", path)}
        names |= {pathlib.PurePath(path).name for path in paths if re.match(r"/usr/s?bin/", path)}
        names |= {pathlib.PurePath(path).name.split("-")[0] for path in paths if path.endswith(".typelib")}
        names = {name.encode() for name in names if len(name) > 3}
        own = [self.root / file.lstrip("/") for file in self.files if ".dist-info/" not in file]
        return any(name in file.read_bytes() for file in own for name in names)

    def _remarks(self, rule, libraries, release):
        """What may be worth a look: headers of which nothing is linked, and libraries that came only with others."""
        said = []
        for identifier in self.needs.build:
            if self.needs.build[identifier] and identifier not in self.needs.tools and identifier not in rule["run"]:
                if not set(libraries.sonames(identifier, release)) & self.direct:
                    said.append(f"built with {identifier}, linked to nothing of it")
        asked = self.needs.run_packages()
        own = {path for package in asked for path in package_contents(self.root, package)}
        added = added_since(self.root)
        for soname in sorted(self.direct):
            path = self.paths.get(soname)
            if path and path not in own:
                owner = next((package for package in added if path in package_contents(self.root, package)), None)
                if owner:
                    said.append(f"links {soname} of {owner}, which came only with another package")
        return said


def first_line(text):
    return (text.splitlines() or [""])[0][:160]


def rule_name(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def information(root, name):
    """The directory of what an installed distribution says of itself; None where it is not there."""
    found = [one for one in (root / "opt/venv/lib").glob("python3*/site-packages/*.dist-info") if rule_name(one.name.split("-")[0]) == name]
    return found[0] if found else None


def depends(directory):
    """Whether it asks for other distributions, without any extra."""
    asked = re.findall(r"(?m)^Requires-Dist: (.*)$", (directory / "METADATA").read_text(errors="replace"))
    return any("extra ==" not in one for one in asked)


def installed_files(root, name):
    """Paths of the files that the distribution brought, those of its dependencies left aside."""
    directory = information(root, name)
    lines = (directory / "RECORD").read_text().splitlines()
    paths = [os.path.normpath(directory.parent / re.split(r",(?:sha|,)", line)[0].strip('"')) for line in lines]
    return [path[len(str(root)):] for path in paths if os.path.isfile(path)]


def package_contents(root, package):
    found = [*(root / "var/lib/dpkg/info").glob(f"{package}.list"), *(root / "var/lib/dpkg/info").glob(f"{package}:*.list")]
    return {whole_path(line) for listing in found for line in listing.read_text().splitlines()}


def added_since(root):
    """Packages that apt has put there by itself, for others."""
    states = root / "var/lib/apt/extended_states"
    return re.findall(r"(?m)^Package: (\S+)", states.read_text()) if states.exists() else []


def whole_path(path):
    return "/usr" + path if re.match(r"/(bin|sbin|lib|lib64)/", path) else path
