"""What has been proven, as tables of Markdown."""
import collections

import rule_files

PYTHONS = {"debian:12": "3.11", "debian:13": "3.13"}
RESULTS = ("proven", "failed", "left-out", "nothing-to-build")
MARK = "<!-- What follows is written by scripts/prove-rules --table. -->\n"


def write(page, files):
    """Replaces what follows the mark on that page."""
    text = page.read_text()
    if MARK not in text:
        raise ValueError(f"{page} has no mark")
    page.write_text(text.split(MARK)[0] + MARK + "\n" + markdown(files) + "\n")


def markdown(files):
    """Tables: how many, the proven, those that are not, with the reason, and those that nothing can be built for."""
    rules = [(file.stem, rule) for file in files for rule in rule_files.load(file)["rules"] if rule_files.builds(rule)]
    proofs = [(name, rule, proof) for name, rule in rules for proof in rule.get("proofs", [])]
    return "\n\n".join([counts(rules, proofs), proven(proofs), unproven(proofs), nothing_to_build(proofs)])


def counts(rules, proofs):
    """A line for each place; what has not been tried is told of amd64, where all is tried."""
    tried = collections.Counter((proof["on"], proof["arch"], proof["result"]) for _, _, proof in proofs)
    places = sorted({(proof["on"], proof["arch"]) for _, _, proof in proofs}, key=lambda place: (place[1], place[0]))
    rows = []
    for release, architecture in places:
        known = [tried[release, architecture, result] for result in RESULTS]
        case = rule_files.Case(release, PYTHONS[release], architecture)
        possible = sum(rule_files.possible(rule, case) for _, rule in rules)
        rows.append([f"{release} {architecture}", *map(str, known), str(possible - sum(known)) if architecture == "amd64" else ""])
    results = [{proof["result"] for proof in rule.get("proofs", [])} for _, rule in rules]
    said = (f"Of the {len(rules)} rules that compile something {sum('proven' in found for found in results)} are proven on one release or more; "
            f"for {sum(found == {'nothing-to-build'} for found in results)} there is nothing to build anywhere.\n\n")
    return said + table(["", *(result.replace("-", " ") for result in RESULTS), "not yet tried"], rows)


def proven(proofs):
    """A line for each package: the version and the seconds in each place."""
    by_name = collections.defaultdict(list)
    for name, _, proof in proofs:
        if proof["result"] == "proven":
            by_name[name].append(proof)
    rows = []
    for name, found in sorted(by_name.items()):
        rows.append([name, *(", ".join(cell(proof) for proof in found if (proof["on"], proof["arch"]) == place)
                             for place in ((release, "amd64") for release in PYTHONS)),
                     ", ".join(f"{cell(proof)} on {proof['on']}" for proof in found if proof["arch"] == "arm64")])
    return "### Proven\n\n" + table(["package", "debian:12", "debian:13", "arm64"], rows)


def cell(proof):
    return proof["version"] + (f": {proof['seconds']} s" if "seconds" in proof else "")


def unproven(proofs):
    rows = [[name, proof["version"], f"{proof['on']} {proof['arch']}", proof["result"], "`" + proof["why"].replace("|", "/").replace("`", "'") + "`"]
            for name, _, proof in proofs if proof["result"] in ("failed", "left-out")]
    return "### Not proven\n\n" + table(["package", "version", "on", "", "why"], sorted(rows))


def nothing_to_build(proofs):
    """A line for each reason: most rules of which this is said are for versions that a new Python does not build."""
    by_reason = collections.defaultdict(set)
    for name, rule, proof in proofs:
        if proof["result"] == "nothing-to-build":
            versions = rule.get("when", {}).get("versions", "")
            by_reason[proof["on"], proof["why"]].add(f"{name} {versions}".strip())
    rows = [[release, why, ", ".join(sorted(names))] for (release, why), names in sorted(by_reason.items())]
    return "### Nothing to build\n\n" + table(["on", "why", "rules"], rows)


def table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
