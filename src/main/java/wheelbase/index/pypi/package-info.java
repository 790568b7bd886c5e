/**
 * Package indexes over HTTP: Simple JSON (PEP 691), Simple HTML (PEP 503) and PyPI's JSON API, and
 * what pip's {@code --find-links} names, behind one {@link wheelbase.index.PackageIndex}, with a
 * cache on disk. Read {@link wheelbase.index.pypi.PypiIndex} first, then {@link
 * wheelbase.index.pypi.Locations} and {@link wheelbase.index.pypi.FetchPlan}. May import OkHttp and
 * Jackson.
 */
package wheelbase.index.pypi;
