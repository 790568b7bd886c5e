"""Looks an image over from inside, for `wheelbase verify`: read from standard input by the image's own
Python (3.8 or newer), with one argument, a JSON object of orders. It answers with one line on standard
output, MARK and a JSON object of facts; what they mean is decided elsewhere. It writes nothing but to a
temporary directory."""
import sys

# The working directory is the application's: a json.py of its own must not become ours.
sys.path[:] = [entry for entry in sys.path if entry not in ("", ".")]

import concurrent.futures
import json
import os
import platform
import re
import signal
import stat
import struct
import subprocess
import threading
import time
from importlib import metadata

MARK = "wheelbase-probe:"
NOT_OF_THE_IMAGE = {"/proc", "/sys", "/dev", "/run", "/tmp"}
CHILD_SECONDS = 180

# --- distributions and their modules ----------------------------------------------------------------

IMPORTS = r"""
import sys
sys.path[:] = [entry for entry in sys.path if entry not in ("", ".")]
import importlib, json, os
failed, tried = {}, json.loads(sys.argv[1])
for name in tried:
    try:
        importlib.import_module(name)
    except BaseException as problem:
        asked, seen, trace = [], problem, problem.__traceback__
        while trace is not None:
            code = trace.tb_frame.f_code
            if code.co_name == "__getitem__" and os.path.basename(code.co_filename) in ("os.py", "<frozen os>"):
                asked.append(str(trace.tb_frame.f_locals.get("key")))
            trace = trace.tb_next
        failed[name] = {
            "types": [kind.__name__ for kind in type(problem).__mro__ if kind is not object],
            "message": str(problem)[:600],
            "module": getattr(problem, "name", None) if isinstance(problem, ImportError) else None,
            "variable": (asked or [None])[0],
        }
mapped = set()
try:
    with open("/proc/self/maps") as maps:
        for line in maps:
            words = line.split(None, 5)
            if len(words) == 6 and words[5].startswith("/") and ".so" in words[5]:
                mapped.add(words[5].strip())
except OSError:
    pass
sys.stdout.write("\n" + sys.argv[2] + json.dumps([failed, sorted(mapped)]) + "\n")
sys.stdout.flush()
os._exit(0)  # what a package wants to do at the end is no concern here
"""


def recorded(distribution):
    """Paths that came with a distribution, relative to its directory and with slashes."""
    try:
        return [str(path).replace("\\", "/") for path in distribution.files or []]
    except Exception:  # a RECORD that cannot be read
        return []


def module_names(distribution):
    """Top-level modules and packages; of a namespace, the packages directly below it."""
    python_files = [
        name
        for name in recorded(distribution)
        if not name.startswith(("..", "/")) and re.search(r"\.(py|so)$", name)
        and not re.search(r"\.(dist|egg)-info/|\.data/", name)
    ]
    packages = {name.rpartition("/")[0] for name in python_files if re.search(r"(^|/)__init__\.[^/]+$", name)}
    found = set()
    for name in python_files:
        folders, _, file = name.rpartition("/")
        top = folders.split("/")[0] if folders else ""
        if not top:
            found.add(re.sub(r"(\.(cpython|pypy|abi3)[^.]*.*|)\.(py|so)$", "", file))
        elif top in packages:
            found.add(top)
        else:
            parts = folders.split("/")
            for depth in range(2, len(parts) + 1):
                if "/".join(parts[:depth]) in packages:
                    found.add(".".join(parts[:depth]))
                    break
    if not found:
        found.update((read(distribution, "top_level.txt") or "").split())
    return sorted(name for name in found if all(part.isidentifier() for part in name.split(".")))


def read(distribution, name):
    try:
        return distribution.read_text(name)
    except (OSError, UnicodeError):
        return None


def distributions():
    """One entry for each name, the first on the path, as Python itself finds them."""
    found = {}
    for distribution in metadata.distributions():
        head = distribution.metadata
        name = head["Name"] if head is not None else None
        if name and re.sub(r"[-_.]+", "-", name).lower() not in found:
            found[re.sub(r"[-_.]+", "-", name).lower()] = {
                "name": name,
                "version": str(head["Version"] or ""),
                "requires": [str(line) for line in head.get_all("Requires-Dist") or []],
                "requires_python": head["Requires-Python"],
                "modules": module_names(distribution),
                "tags": re.findall(r"^Tag: *(\S+)", read(distribution, "WHEEL") or "", re.M),
                "files": [str(distribution.locate_file(name)) for name in recorded(distribution) if ".so" in name],
            }
    return [found[key] for key in sorted(found)]


def child_environment():
    environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1")
    environment.setdefault("MPLBACKEND", "Agg")  # or a desktop is looked for
    return environment


def import_all(names, first):
    """({module: why not}, files mapped) of one distribution, in an interpreter of its own."""
    try:
        done = subprocess.run(
            [sys.executable, "-c", IMPORTS, json.dumps(first + [name for name in names if name not in first]), MARK],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            timeout=CHILD_SECONDS, env=child_environment(), cwd="/")
    except subprocess.TimeoutExpired:
        return {name: died("was not done after %d s" % CHILD_SECONDS) for name in names}, []
    text = done.stdout.decode(errors="replace")
    if MARK not in text:
        why = done.stderr.decode(errors="replace").strip()[-400:]
        status = "signal %d" % -done.returncode if done.returncode < 0 else "status %d" % done.returncode
        return {name: died("ended the interpreter with %s: %s" % (status, why)) for name in names}, []
    failed, mapped = json.loads(text.rsplit(MARK, 1)[1])
    return {name: why for name, why in failed.items() if name in names}, mapped


def died(message):
    return {"types": [], "message": message, "module": None, "variable": None}


# --- shared objects ---------------------------------------------------------------------------------


class Elf:
    """The dynamic section of an ELF file: what it asks for, and where it wants that looked for."""

    def __init__(self, file):
        head = file.read(64)
        if len(head) < 52 or head[:4] != b"\x7fELF":
            raise ValueError("no ELF file")
        self.wide = head[4] == 2
        self.order = "<" if head[5] == 1 else ">"
        kind, self.machine = self.unpack("HH", head, 16)
        if kind not in (2, 3):
            raise ValueError("neither program nor library")
        offset = self.unpack("Q", head, 32)[0] if self.wide else self.unpack("I", head, 28)[0]
        size, count = self.unpack("HH", head, 54 if self.wide else 42)
        file.seek(offset)
        table = file.read(size * count)
        self.loads, dynamic, self.interpreter = [], None, False
        for number in range(count):
            if self.wide:
                what, _, at, address, _, length = self.unpack("IIQQQQ", table, number * size)
            else:
                what, at, address, _, length = self.unpack("IIIII", table, number * size)
            if what == 1:
                self.loads.append((address, at, length))
            elif what == 2:
                dynamic = (at, length)
            elif what == 3:
                self.interpreter = True
        self.needed, self.rpath, self.runpath, self.soname = [], [], [], ""
        if dynamic is None:
            raise ValueError("not linked to anything")
        file.seek(dynamic[0])
        data = file.read(dynamic[1])
        step = 16 if self.wide else 8
        entries = [self.unpack("qQ" if self.wide else "iI", data, at) for at in range(0, len(data) - step + 1, step)]
        strings = next((value for tag, value in entries if tag == 5), None)
        for tag, value in entries:
            if tag == 0:
                break
            if tag in (1, 14, 15, 29) and strings is not None:
                text = self.text(file, strings + value)
                if tag == 1:
                    self.needed.append(text)
                elif tag == 14:
                    self.soname = text
                else:
                    (self.rpath if tag == 15 else self.runpath).extend(part for part in text.split(":") if part)

    def unpack(self, form, data, at):
        return struct.unpack_from(self.order + form, data, at)

    def text(self, file, address):
        for start, at, length in self.loads:
            if start <= address < start + length:
                file.seek(address - start + at)
                return file.read(4096).split(b"\0", 1)[0].decode(errors="replace")
        return ""


def read_elf(path):
    try:
        with open(path, "rb") as file:
            return Elf(file)
    except (OSError, ValueError, struct.error):
        return None


def configured_directories(path="/etc/ld.so.conf", seen=None):
    """What ld.so.conf(5) names, its includes followed."""
    import glob

    seen = set() if seen is None else seen
    found = []
    if path in seen:
        return found
    seen.add(path)
    try:
        with open(path, errors="replace") as file:
            lines = file.read().splitlines()
    except OSError:
        return found
    for line in lines:
        words = line.split("#")[0].split()
        if len(words) > 1 and words[0] == "include":
            for pattern in words[1:]:
                for name in sorted(glob.glob(os.path.join(os.path.dirname(path), pattern))):
                    found += configured_directories(name, seen)
        elif words:
            found.append(words[0].split("=")[0])
    return found


def loader_directories(musl):
    import glob

    if musl:
        for path in sorted(glob.glob("/etc/ld-musl-*.path")):
            with open(path, errors="replace") as file:
                return [name for name in re.split(r"[:\n]", file.read()) if name]
        return ["/lib", "/usr/local/lib", "/usr/lib"]
    usual = ["/lib", "/usr/lib", "/lib64", "/usr/lib64"]
    triplets = sorted(glob.glob("/lib/*-linux-gnu*") + glob.glob("/usr/lib/*-linux-gnu*"))
    return configured_directories() + triplets + usual


class Loader:
    """Finds what a file asks for, as the dynamic loader of this image would."""

    def __init__(self, machine):
        import glob

        self.musl = bool(glob.glob("/lib/ld-musl-*.so.1"))
        self.machine = machine
        extra = [part for part in os.environ.get("LD_LIBRARY_PATH", "").split(":") if part]
        self.extra, self.usual = extra, loader_directories(self.musl)
        self.known = {}

    def fits(self, path):
        if path not in self.known:
            elf = read_elf(path) if os.path.isfile(path) else None
            self.known[path] = elf is not None and elf.machine == self.machine
        return self.known[path]

    def find(self, name, path, elf, inherited):
        if "/" in name:
            places = [os.path.dirname(name)]
            name = os.path.basename(name)
        elif self.musl:
            places = self.extra + elf.rpath + elf.runpath + inherited + self.usual
        else:
            places = ([] if elf.runpath else elf.rpath + inherited) + self.extra + elf.runpath + self.usual
        for place in places:
            place = re.sub(r"\$(ORIGIN\b|\{ORIGIN\})", lambda match: os.path.dirname(os.path.realpath(path)), place)
            candidate = os.path.normpath(os.path.join(place, name))
            if place.startswith("/") and self.fits(candidate):
                return candidate
        return None


BROUGHT_BY_THE_LOADER = re.compile(r"^(ld-linux|ld64?\.so|ld-musl|libc\.musl|linux-vdso|linux-gate)")


def linkage(elves):
    """({file: libraries asked for in vain}, {files linked to by what is not a package's own})."""
    own = read_elf(os.path.realpath(sys.executable))
    machine = own.machine if own else next(iter(elves.values())).machine if elves else 0
    loader = Loader(machine)
    missing, linked, others = {}, {}, []
    present = {}
    for path, elf in elves.items():
        if elf.machine == machine:
            present.setdefault(elf.soname or os.path.basename(path), path)
            present.setdefault(os.path.basename(path), path)
    for path, elf in elves.items():
        if elf.machine != machine:
            others.append(path)
            continue
        for name in elf.needed:
            if BROUGHT_BY_THE_LOADER.match(name):
                continue
            found = loader.find(name, path, elf, [])
            if found:
                linked.setdefault(path, []).append(os.path.realpath(found))
            else:
                missing.setdefault(path, []).append([name, present.get(name)])
    return missing, linked, others


# --- files of the image -----------------------------------------------------------------------------


def walk():
    """(bytes, {path: Elf}, directories that could not be read) of the image, what is mounted left out."""
    total, elves, closed, linked = 0, {}, [], set()
    for folder, folders, files in os.walk("/", onerror=lambda problem: closed.append(problem.filename)):
        folders[:] = [
            name for name in folders if os.path.join(folder, name) not in NOT_OF_THE_IMAGE
            and not os.path.islink(os.path.join(folder, name))
        ]
        for name in files:
            path = os.path.join(folder, name)
            try:
                info = os.lstat(path)
            except OSError:
                continue
            if not stat.S_ISREG(info.st_mode):
                continue
            if info.st_nlink > 1:
                if (info.st_dev, info.st_ino) in linked:
                    continue
                linked.add((info.st_dev, info.st_ino))
            total += info.st_size
            if info.st_size > 64 and (".so" in name or info.st_mode & 0o111):
                elf = read_elf(path)
                if elf is not None:
                    elves[path] = elf
    return total, elves, closed


# --- packages of the distribution -------------------------------------------------------------------


def paragraphs(path):
    try:
        with open(path, errors="replace") as file:
            text = file.read()
    except OSError:
        return
    for paragraph in text.split("\n\n"):
        fields = dict(re.findall(r"^([A-Za-z-]+): *(.*)$", paragraph, re.M))
        if fields:
            yield fields


def dependency_names(text):
    return sorted(set(re.findall(r"[a-z0-9][a-z0-9+.-]*", re.sub(r"\([^)]*\)|\[[^]]*\]|:[a-z0-9]+", " ", text))))


def debian_packages():
    """{name: facts} as dpkg knows them; distroless keeps a file for each package in status.d."""
    import glob

    found = {}
    statuses = ["/var/lib/dpkg/status"] + sorted(
        name for name in glob.glob("/var/lib/dpkg/status.d/*") if not name.endswith(".md5sums"))
    for status in statuses:
        for fields in paragraphs(status):
            if "Package" not in fields or not fields.get("Status", "ok installed").endswith("ok installed"):
                continue
            name = fields["Package"]
            files = []
            for listing in glob.glob("/var/lib/dpkg/info/%s.list" % name) + glob.glob("/var/lib/dpkg/info/%s:*.list" % name):
                with open(listing, errors="replace") as file:
                    files += file.read().splitlines()
            found[name] = {
                "depends": dependency_names(fields.get("Depends", "") + " " + fields.get("Pre-Depends", "")),
                "provides": dependency_names(fields.get("Provides", "")),
                "bytes": int(fields.get("Installed-Size") or 0) * 1024,
                "files": files,
            }
    return found


def alpine_packages():
    """{name: facts} as apk's own database has them, field by letter."""
    found = {}
    try:
        with open("/lib/apk/db/installed", errors="replace") as file:
            text = file.read()
    except OSError:
        return found
    for paragraph in text.split("\n\n"):
        name, folder, entry = "", "", {"depends": [], "provides": [], "bytes": 0, "files": []}
        for line in paragraph.splitlines():
            letter, _, value = line.partition(":")
            if letter == "P":
                name = value
            elif letter == "D":
                entry["depends"] = [re.split(r"[<>=~]", word)[0] for word in value.split() if not word.startswith("!")]
            elif letter == "p":
                entry["provides"] = [re.split(r"[<>=~]", word)[0] for word in value.split()]
            elif letter == "I":
                entry["bytes"] = int(value)
            elif letter == "F":
                folder = value
            elif letter == "R":
                entry["files"].append("/" + folder.rstrip("/") + "/" + value)
        if name:
            found[name] = entry
    return found


def real(path, folders={}):
    """A path with the links of its directories followed: Debian's /lib is /usr/lib."""
    folder, name = os.path.split(path)
    if folder not in folders:
        folders[folder] = os.path.realpath(folder)
    return os.path.join(folders[folder], name)


def mentions(packages, wanted):
    """{package: a source that names one of its libraries or programs}, for the packages asked about."""
    words = {}
    for name in wanted:
        for path in packages.get(name, {}).get("files", []):
            folder, file = os.path.split(path)
            if re.search(r"/s?bin$", folder):
                words.setdefault(file, name)
            library = re.match(r"lib([\w+.-]+?)(?:-[\d.]+)?\.so(\.[\d.]+)?$", file)
            if library:
                words.setdefault("lib" + library.group(1), name)
                words.setdefault(library.group(1), name)
    words = {word: name for word, name in words.items() if len(word) > 2}
    if not words:
        return {}
    # Between quotes, or the first word of a command line between quotes.
    pattern = re.compile(r"[\"'](?:/[\w/.-]*/)?(%s)(?:[-.][\w.-]*)?[\"' ]" % "|".join(
        re.escape(word) for word in sorted(words, key=len, reverse=True)))
    found = {}
    for top in [entry for entry in sys.path if "-packages" in entry] + [os.getcwd()]:
        if top == "/":
            continue
        for folder, folders, files in os.walk(top):
            folders[:] = [name for name in folders if name not in ("__pycache__", "node_modules", ".git")]
            for name in files:
                if not re.search(r"\.(py|sh|toml|cfg|ini|ya?ml|conf)$", name) and "." in name:
                    continue
                path = os.path.join(folder, name)
                try:
                    if os.path.getsize(path) > 2000000:
                        continue
                    with open(path, errors="replace") as file:
                        text = file.read()
                except OSError:
                    continue
                for match in pattern.finditer(text):
                    found.setdefault(words[match.group(1)], os.path.relpath(path, top))
        if len(found) == len(set(words.values())):
            break
    return found


# --- what is answered -------------------------------------------------------------------------------


def marker_environment():
    info = sys.implementation.version
    version = "%d.%d.%d" % info[:3]
    if info.releaselevel != "final":
        version += info.releaselevel[0] + str(info.serial)
    return {
        "implementation_name": sys.implementation.name,
        "implementation_version": version,
        "os_name": os.name,
        "platform_machine": platform.machine(),
        "platform_python_implementation": platform.python_implementation(),
        "platform_release": platform.release(),
        "platform_system": platform.system(),
        "platform_version": platform.version(),
        "python_full_version": platform.python_version(),
        "python_version": ".".join(platform.python_version_tuple()[:2]),
        "sys_platform": sys.platform,
    }


def distribution_release():
    try:
        with open("/etc/os-release", errors="replace") as file:
            fields = dict(re.findall(r"^(ID|VERSION_ID|VERSION_CODENAME)=\"?([^\"\n]*)\"?$", file.read(), re.M))
    except OSError:
        return ""
    return fields.get("ID", "") + ":" + fields.get("VERSION_ID", "")


def root_is_writable():
    """Whether this user could leave anything in the directories that programs and packages live in."""
    places = ["/", "/usr", "/etc", "/opt", sys.prefix, os.getcwd()]
    for place in sorted(set(places)):
        try:
            name = os.path.join(place, ".wheelbase-probe")
            os.close(os.open(name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            os.unlink(name)
            return place
        except OSError:
            continue
    return None


def has_network():
    """Whether there is any way out but the loopback."""
    try:
        return any(name != "lo" for name in os.listdir("/sys/class/net"))
    except OSError:
        return False


def look(orders):
    found = distributions()
    skipped = set(orders.get("not_imported", []))
    first = orders.get("imported_first", {})
    imports = []
    for entry in found:
        key = re.sub(r"[-_.]+", "-", entry["name"]).lower()
        names = [] if key in skipped else [name for name in entry["modules"] if name.split(".")[0] not in skipped]
        imports.append((entry, names, sorted({first[name] for name in names if name in first})))
    mapped = set()
    with concurrent.futures.ThreadPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
        jobs = [(entry, names, pool.submit(import_all, names, before)) for entry, names, before in imports if names]
        for entry, names, job in jobs:
            entry["imported"] = names
            entry["failed"], used = job.result()
            mapped.update(os.path.realpath(path) for path in used)
    size, elves, closed = walk()
    missing, linked, others = linkage(elves)
    packages = debian_packages() or alpine_packages()
    owner = {real(path): name for name, entry in packages.items() for path in entry["files"]}
    came_with = {os.path.realpath(path): entry["name"] for entry in found for path in entry["files"]}
    unowned = {path for path in elves if path not in owner}
    used_by = {}
    for path in unowned:
        for library in linked.get(path, []):
            if library in owner:
                used_by.setdefault(owner[library], path)
    for path in mapped:
        if path in owner:
            used_by.setdefault(owner[path], "an import")
    programs = {}
    for word in orders.get("programs", []):
        for folder in [""] if "/" in word else os.environ.get("PATH", "/usr/bin:/bin").split(":"):
            path = os.path.realpath(os.path.join(folder, word))
            if os.path.isfile(path):
                programs[word] = path
                if path in owner:
                    used_by.setdefault(owner[path], "the start command")
                break
    wanted = [name for name in orders.get("packages", []) if name in packages]
    return {
        "python": platform.python_version(),
        "executable": sys.executable,
        "prefix": sys.prefix,
        "markers": marker_environment(),
        "release": distribution_release(),
        "uid": os.getuid(),
        "writable": root_is_writable(),
        "network": has_network(),
        "distributions": [
            {key: entry.get(key, [] if key == "imported" else {}) for key in
             ("name", "version", "requires", "requires_python", "tags", "modules", "imported", "failed")}
            for entry in found
        ],
        "shared_objects": len(elves),
        "missing": [
            {"file": path, "library": name, "beside": beside, "owner": owner.get(path),
             "distribution": came_with.get(os.path.realpath(path)), "stdlib": "/lib-dynload/" in path}
            for path in sorted(missing) for name, beside in missing[path]
        ],
        "other_machine": sorted(others),
        "bytes": size,
        "unreadable": sorted(path for path in closed if path)[:20],
        "packages": {
            name: {"depends": entry["depends"], "provides": entry["provides"], "bytes": entry["bytes"]}
            for name, entry in packages.items()
        },
        "used": used_by,
        "mentioned": mentions(packages, [name for name in wanted if name not in used_by]),
        "asked_about": wanted,
    }


def start(orders):
    """Starts the image's command, asks its health check until it is well or the time is over, and stops it."""
    tail, lock = [], threading.Lock()
    begun = time.monotonic()
    answer = {"started": False, "ended": None, "healthy": False, "health_output": "", "seconds": 0.0,
              "stopped": None, "output": "", "problem": None}
    try:
        process = subprocess.Popen(orders["command"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT, start_new_session=True)
    except OSError as problem:
        answer["problem"] = "%s: %s" % (orders["command"][0], problem.strerror)
        return answer
    answer["started"] = True

    def follow():
        for line in iter(process.stdout.readline, b""):
            with lock:
                tail.append(line.decode(errors="replace"))
                del tail[:-200]

    reader = threading.Thread(target=follow, daemon=True)
    reader.start()
    test = orders.get("test") or []
    command = test[1:] if test[:1] == ["CMD"] else ["/bin/sh", "-c", test[1]] if test[:1] == ["CMD-SHELL"] else None
    while process.poll() is None and time.monotonic() - begun < orders["seconds"]:
        if command is None:
            if time.monotonic() - begun >= orders["settle"]:
                break
        else:
            try:
                done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                      stderr=subprocess.STDOUT, timeout=orders["test_seconds"])
                answer["health_output"] = done.stdout.decode(errors="replace")[-600:]
                if done.returncode == 0 and process.poll() is None:
                    answer["healthy"] = True
                    break
            except subprocess.TimeoutExpired:
                answer["health_output"] = "not done in %s s" % orders["test_seconds"]
            except OSError as problem:
                answer["health_output"] = "%s: %s" % (command[0], problem.strerror)
        time.sleep(0.3)
    answer["seconds"] = round(time.monotonic() - begun, 1)
    answer["ended"] = process.poll()
    if process.poll() is None:
        process.send_signal(getattr(signal, orders["stop"], signal.SIGTERM))
        try:
            process.wait(orders["stop_seconds"])
            answer["stopped"] = True
        except subprocess.TimeoutExpired:
            answer["stopped"] = False
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except OSError:
        pass
    process.wait()
    reader.join(2)
    with lock:
        answer["output"] = "".join(tail)[-6000:]
    return answer


def main():
    orders = json.loads(sys.argv[1])
    answer = start(orders) if orders["do"] == "start" else look(orders)
    sys.stdout.write("\n" + MARK + json.dumps(answer) + "\n")
    sys.stdout.flush()


main()
