"""Root file systems made of layers, in which commands run: what a Dockerfile's stages are, without an image builder.

Everything is mounted in a mount namespace of the calling process (own_mounts), so that nothing stays behind,
whatever becomes of it.
"""
import contextlib
import fcntl
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time

A_DAY = 24 * 3600
WITHOUT_QUESTIONS = {"DEBIAN_FRONTEND": "noninteractive"}
INSTALL = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "-o", "Dpkg::Use-Pty=0",
           "-o", "DPkg::Options::=--force-unsafe-io", "-o", "Dir::Cache::archives=/mnt"]


class CommandFailed(Exception):
    """A command in a root ended badly; what it said last."""


def own_mounts():
    """Starts this program again where it has mounts and processes of its own, all of which end with it."""
    if os.environ.get("OWN_MOUNTS") != "yes":
        os.environ["OWN_MOUNTS"] = "yes"
        os.execvp("unshare", ["unshare", "--mount", "--propagation", "private", "--pid", "--fork", "--kill-child", "--mount-proc", "--",
                              sys.executable, *sys.argv])


def mount(*arguments):
    subprocess.run(["mount", *map(str, arguments)], check=True)


class Layers:
    """A stand-in base, and what was once laid over it, kept on disk."""

    def __init__(self, cache, tools, image):
        """The base of that name (python:3.13-slim-trixie); tools is the directory of stand_ins.py."""
        sys.path.insert(0, str(tools))
        sys.dont_write_bytecode = True
        import stand_ins

        self.cache = pathlib.Path(cache)
        blobs = stand_ins.BASES / "oci" / "blobs"
        digest = stand_ins.available()[stand_ins.reference(image)]
        manifest = json.loads((blobs / digest.replace(":", "/")).read_text())
        settings = json.loads((blobs / manifest["config"]["digest"].replace(":", "/")).read_text())["config"]
        self.environment = dict(pair.split("=", 1) for pair in settings["Env"])
        self.name = stand_ins.reference(image) + "-" + digest[7:19]
        self.archives = self.cache / "archives" / self.name
        self.downloads = self.cache / "downloads"
        for directory in (self.archives / "partial", self.downloads):
            directory.mkdir(parents=True, exist_ok=True)
        self.base = self._kept("base", lambda directory: unpack(blobs, manifest["layers"], directory))
        self.prepared = [self._with(self.base, "prepared", prepare, lasts=A_DAY), self.base]

    def with_packages(self, names):
        """Layers, the uppermost first, in which these distribution packages are installed."""
        if not names:
            return self.prepared
        key = "packages-" + hashlib.sha256(" ".join(names).encode()).hexdigest()[:16]
        return [self._with(self.prepared, key, lambda root: root.install(names)), *self.prepared]

    def _with(self, lower, key, change, lasts=None):
        lower = lower if isinstance(lower, list) else [lower]

        def make(directory):
            work = directory.with_name(directory.name + ".work")
            work.mkdir()
            try:
                with Root(self, lower, directory, work) as root:
                    change(root)
            finally:
                shutil.rmtree(work)

        return self._kept(key, make, lasts)

    def _kept(self, key, make, lasts=None):
        """The directory of that key, made where it is not there yet, or is older than it lasts (in seconds)."""
        directory = self.cache / "layers" / self.name / key
        directory.parent.mkdir(parents=True, exist_ok=True)
        with open(directory.with_name(key + ".lock"), "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            done = directory.with_name(key + ".done")
            if lasts and done.exists() and time.time() - done.stat().st_mtime > lasts:
                # What lies over it was made of it.
                shutil.rmtree(directory)
                for other in directory.parent.glob("packages-*.done"):
                    other.unlink()
                done.unlink()
            if not done.exists():
                for stale in (directory, directory.with_name(key + ".work")):
                    shutil.rmtree(stale, ignore_errors=True)
                directory.mkdir()
                make(directory)
                done.touch()
        return directory


def unpack(blobs, descriptors, directory):
    """Unpacks the layers of a stand-in, none of which takes away what another has brought."""
    for descriptor in descriptors:
        archive = blobs / descriptor["digest"].replace(":", "/")
        with tarfile.open(archive) as listing:
            gone = [pathlib.PurePosixPath(name) for name in listing.getnames() if "/.wh." in "/" + name]
        for name in gone:
            target = directory / name.parent / name.name[len(".wh."):]
            if name.name == ".wh..wh..opq":
                for inside in (directory / name.parent).iterdir():
                    remove(inside)
            else:
                remove(target)
        subprocess.run(["tar", "-xf", archive, "-C", directory, "--numeric-owner", "--exclude=.wh.*"], check=True)


def remove(path):
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def prepare(root):
    """What every stage begins with: the lists of apt, and an empty virtual environment."""
    # Debian's slim images keep these (debuerreotype, pull request 116): packages with alternatives, Java's
    # among them, link manual pages into them. The stand-ins lack them.
    for section in range(1, 9):
        (root.path / f"usr/share/man/man{section}").mkdir(parents=True, exist_ok=True)
    root.run(["apt-get", "update", "-qq"], WITHOUT_QUESTIONS)
    root.run(["python", "-m", "venv", "/opt/venv"])


class Root:
    """A root file system: layers, over which a directory takes what is written."""

    def __init__(self, layers, lower, upper, work):
        self.layers, self.lower, self.upper, self.work = layers, lower, pathlib.Path(upper), pathlib.Path(work)
        self.environment = {**layers.environment, "HOME": "/root"}
        self.path = None
        self.undo = contextlib.ExitStack()

    def __enter__(self):
        self.path = self.work.with_name(self.work.name + ".root")
        inner = self.work / "work"
        for directory in (self.path, inner, self.upper):
            directory.mkdir(parents=True, exist_ok=True)
        self.undo.callback(self.path.rmdir)
        lower = ":".join(map(str, self.lower))
        self._mount("", "-t", "overlay", "-o", f"lowerdir={lower},upperdir={self.upper},workdir={inner}", "overlay")
        try:
            self._mount("dev", "--rbind", "/dev")
            self._mount("sys", "--rbind", "/sys")
            self._mount("mnt", "--bind", self.layers.archives)
            kept = self.path / "root/.cache/pip/http-v2"
            kept.mkdir(parents=True, exist_ok=True)
            self._mount("root/.cache/pip/http-v2", "--bind", self.layers.downloads)
            self._mount("etc/resolv.conf", "--bind", os.path.realpath("/etc/resolv.conf"))
        except BaseException:
            self.undo.close()
            raise
        return self

    def _mount(self, place, *arguments):
        target = self.path / place
        if place == "etc/resolv.conf":
            target.touch()
        mount(*arguments, target)
        self.undo.callback(subprocess.run, ["umount", "--recursive", "--lazy", target], check=True)

    def __exit__(self, *problem):
        self.undo.close()

    def run(self, command, environment=None, patience=600):
        """What the command said. All that it started has ended when this returns.

        Raises CommandFailed where it ends badly, subprocess.TimeoutExpired where it lasts longer.
        """
        started = subprocess.Popen(
            ["unshare", "--pid", "--fork", "--kill-child", f"--mount-proc={self.path}/proc", "chroot", self.path, *map(str, command)],
            env={**self.environment, **(environment or {})}, text=True, errors="replace",
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        try:
            said, _ = started.communicate(timeout=patience)
        except BaseException:
            started.kill()
            started.communicate()
            raise
        if started.returncode != 0:
            raise CommandFailed(said)
        return said

    def install(self, names):
        if names:
            self.run([*INSTALL, *names], WITHOUT_QUESTIONS, patience=900)


@contextlib.contextmanager
def in_memory(place, size="10g"):
    """An empty directory in memory, below that place."""
    directory = pathlib.Path(tempfile.mkdtemp(prefix="room-", dir=place))
    mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", directory)
    try:
        yield directory
    finally:
        subprocess.run(["umount", "--lazy", directory], check=True)
        directory.rmdir()
