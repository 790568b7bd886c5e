package wheelbase.diagnostic;

/**
 * One step of the way on which a package came in: who asks, and for what.
 *
 * @param by a line of the user's ({@code requirements.txt:17}) or a release ({@code cohere 5.15.0})
 * @param requirement as it is written there, without its marker ({@code fastavro>=1.9.4,<2})
 */
public record Blame(String by, String requirement) {}
