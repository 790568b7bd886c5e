/**
 * What {@code pyproject.toml} says: dependencies of the project table and of poetry as requirements
 * with places, the Python asked for, the scripts. Apart from its parent for the TOML library that
 * it needs. Read {@link wheelbase.requirements.pyproject.ProjectReader} first.
 */
package wheelbase.requirements.pyproject;
