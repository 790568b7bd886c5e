"""What has been proven, as tables of Markdown."""
import collections

import rule_files

RELEASES = ("debian:12", "debian:13")
MARK = "<!-- What follows is written by scripts/prove-rules --table. -->\n"


def write(page, files):
    """Replaces what follows the mark on that page."""
    text = page.read_text()
    if MARK not in text:
        raise ValueError(f"{page} has no mark")
    page.write_text(text.split(MARK)[0] + MARK + "\n" + markdown(files) + "\n")


def markdown(files):
    """Three tables: how many, the proven, and those that are not, with the reason."""
    rules = [(file.stem, rule) for file in files for rule in rule_files.load(file)["rules"] if rule_files.builds(rule)]
    proofs = [(name, rule, proof) for name, rule in rules for proof in rule.get("proofs", [])]
    return "\n\n".join([counts(rules, proofs), proven(proofs), unproven(proofs)])


def counts(rules, proofs):
    tried = collections.Counter((proof["on"], proof["arch"], proof["result"]) for _, _, proof in proofs)
    places = sorted({(proof["on"], proof["arch"]) for _, _, proof in proofs}, key=lambda place: (place[1], place[0]))
    rows = [[f"{release} {architecture}", *(str(tried[release, architecture, result]) for result in ("proven", "failed", "left-out"))]
            for release, architecture in places]
    told = f"Of the {len(rules)} rules that compile something {len({id(rule) for _, rule, proof in proofs if proof['result'] == 'proven'})} are proven on one release or more.\n\n"
    return told + table(["", "proven", "failed", "left out"], rows)


def proven(proofs):
    """A line for each package: the version and the seconds in each place."""
    by_name = collections.defaultdict(list)
    for name, _, proof in proofs:
        if proof["result"] == "proven":
            by_name[name].append(proof)
    rows = []
    for name, found in sorted(by_name.items()):
        rows.append([name, *(", ".join(cell(proof) for proof in found if (proof["on"], proof["arch"]) == place)
                             for place in ((release, "amd64") for release in RELEASES)),
                     ", ".join(f"{cell(proof)} on {proof['on']}" for proof in found if proof["arch"] == "arm64")])
    return "### Proven\n\n" + table(["package", "debian:12", "debian:13", "arm64"], rows)


def cell(proof):
    return f"{proof['version']}: {proof['seconds']} s"


def unproven(proofs):
    rows = [[name, proof["version"], f"{proof['on']} {proof['arch']}", proof["result"], "`" + proof["why"].replace("|", "/").replace("`", "'") + "`"]
            for name, _, proof in proofs if proof["result"] != "proven"]
    return "### Not proven\n\n" + table(["package", "version", "on", "", "why"], sorted(rows))


def table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
