"""Which file pip would take of each pin on a target: pip's own finder, run by an interpreter that has pip.

Reads {"python": "3.11.0", "platforms": [...], "pins": {NAME: VERSION}} and writes {NAME: FILE or null}.
"""
import json
import sys

from pip._internal.commands import create_command
from pip._internal.models.target_python import TargetPython
from pip._vendor.packaging.specifiers import SpecifierSet


def file_taken(finder, name, version):
    candidates = finder.find_best_candidate(name, SpecifierSet(f"=={version}")).applicable_candidates
    # pip install walks down from the end.
    return candidates[-1].link.filename if candidates else None


def main():
    asked = json.load(sys.stdin)
    command = create_command("install")
    options, _ = command.parse_args(["--quiet", "--quiet", "nothing"])
    target = TargetPython(
        platforms=asked["platforms"],
        py_version_info=tuple(int(part) for part in asked["python"].split(".")),
        implementation="cp",
    )
    with command.main_context():
        session = command.get_default_session(options)
        finder = command._build_package_finder(options, session, target_python=target)
        pins = asked["pins"].items()
        json.dump({name: file_taken(finder, name, version) for name, version in pins}, sys.stdout)


main()
