/**
 * What the files of a wheel and of an sdist say about system libraries, read without running any of
 * them. {@link wheelbase.reading.SourceReading} is what an sdist tells, fact by fact; {@link
 * wheelbase.reading.SourceNeeds} is what follows for the libraries of the rules.
 */
package wheelbase.reading;
