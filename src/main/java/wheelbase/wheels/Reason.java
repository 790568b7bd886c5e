package wheelbase.wheels;

/**
 * One reason behind a verdict.
 *
 * @param id {@code python}, {@code abi}, {@code libc-kind}, {@code libc-too-old}, {@code
 *     architecture}, {@code platform}, {@code yanked}, {@code requires-python}, {@code no-file},
 *     {@code compiles}, {@code outside-the-index}, ...
 * @param file the file that it is about, empty where it is about the package
 * @param message a clause in words ({@code for Python 3.12 only})
 */
public record Reason(String id, String file, String message) {}
