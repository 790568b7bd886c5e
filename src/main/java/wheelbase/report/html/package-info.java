/**
 * An {@link wheelbase.Analysis} as one page to share: everything in one file that asks nobody for
 * anything. Each section of the page is a record that decides what is said; {@code templates/html}
 * decides how it looks. Read {@link wheelbase.report.html.HtmlPage} first.
 */
package wheelbase.report.html;
