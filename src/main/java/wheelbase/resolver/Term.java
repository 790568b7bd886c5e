package wheelbase.resolver;

/** A statement about one node: what becomes of it is one of these. */
record Term(PackageNode node, CandidateSet set) {
  static Term of(PackageNode node, int place) {
    return new Term(node, CandidateSet.of(node.project().everything().size(), place));
  }

  boolean isSatisfied() {
    return node.possible().isSubsetOf(set);
  }

  boolean isContradicted() {
    return node.possible().isDisjointFrom(set);
  }
}
