"""Runs inside an image: imports the modules of one distribution, and says what failed and which files are mapped then.

usage: import_probe.py NAME
"""
import importlib
import json
import os
import re
import sys
from importlib import metadata

NOT_MODULES = re.compile(r"^(\w*tests|test|testing|docs?|examples?|samples?|benchmarks?|scripts?|tools?|conftest|setup|_.*)$")
# Work only inside their own server.
NOT_ALONE = {"uwsgidecorators"}
# What has to be imported first.
BEFORE = {"psycopg_c": "psycopg"}
MOST = 12


def modules(distribution):
    """Top-level modules, and the first real packages below a namespace; the hidden ones where there are no others."""
    files = [str(path) for path in distribution.files or [] if not str(path).startswith("..") and "-info/" not in str(path)]
    packages = {os.path.dirname(name) for name in files if os.path.basename(name).startswith("__init__.")}
    found = {package.replace("/", ".") for package in packages if package and not any(above in packages for above in directories_above(package))}
    found |= {single[1] for single in (re.match(r"(\w+)(?:\.py|(?:\.cpython-[\w-]+|\.abi3)?\.so)$", name) for name in files) if single}
    found |= set() if found else set((distribution.read_text("top_level.txt") or "").split())
    named = {name for name in found if all(part.isidentifier() for part in name.split("."))} - NOT_ALONE
    return sorted({name for name in named if not NOT_MODULES.match(name.split(".")[0])} or named)[:MOST]


def directories_above(directory):
    parts = directory.split("/")
    return ["/".join(parts[:depth]) for depth in range(1, len(parts))]


def main():
    names = modules(metadata.distribution(sys.argv[1]))
    failed = {}
    for name in names:
        try:
            importlib.import_module(BEFORE.get(name, name))
            importlib.import_module(name)
        except BaseException as problem:
            failed[name] = f"{type(problem).__name__}: {problem}"
    with open("/proc/self/maps") as maps:
        mapped = {line.split(None, 5)[-1].strip() for line in maps if ".so" in line}
    sys.stdout.write("\n@@" + json.dumps({"modules": names, "failed": failed, "mapped": sorted(mapped)}))


main()
