/**
 * What the files of a wheel or an sdist say about system libraries, read and not run: a guess for
 * packages that no rule speaks of, and the evidence for new rules.
 *
 * <p>For wheels read {@link wheelbase.reading.WheelReading} first, then {@link
 * wheelbase.reading.WheelNeeds}; for sdists {@link wheelbase.reading.SourceReading}, then {@link
 * wheelbase.reading.SourceNeeds}.
 */
package wheelbase.reading;
