package wheelbase.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that runs one file of the vectors; it is given the {@link VectorRun} of that file. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
@Tag("vectors")
@ExtendWith(VectorRun.OfTheFile.class)
public @interface VectorTest {
  /** The file as MANIFEST.json names it. */
  String value();
}
