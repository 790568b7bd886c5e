package wheelbase.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import wheelbase.index.SdistStudy;
import wheelbase.reading.SourceFact.Kind;
import wheelbase.reading.SourceFact.Place;
import wheelbase.syslibs.Provided;

/**
 * The reading of an sdist as an index makes and keeps it: bounded in bytes, and kept as the facts
 * that came of it, packed.
 */
public final class SourceStudy {
  /** The most that is read of one sdist. */
  public static final long PACKED_BYTES = 16_000_000;

  /**
   * Raised where the same files tell something else than they did: kept facts are then made anew.
   */
  private static final int VERSION = 3;

  private static final ObjectMapper JSON = new ObjectMapper();

  private SourceStudy() {}

  /**
   * @param provided what the names in build files stand for
   */
  public static SdistStudy by(Provided provided) {
    return new SdistStudy(
        "source-facts-" + VERSION + "-" + provided.digest(),
        SourcePaths::wanted,
        PACKED_BYTES,
        files -> toBytes(SourceReading.of(files, provided)));
  }

  /**
   * @param bytes what the study made
   */
  public static SourceReading reading(byte[] bytes) {
    try (InputStream packed = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      JsonNode kept = JSON.readTree(packed);
      List<SourceFact> facts = new ArrayList<>();
      for (JsonNode each : kept.path("facts")) {
        facts.add(
            new SourceFact(
                Kind.valueOf(each.get(0).asText()),
                each.get(1).asText(),
                each.get(2).asBoolean(),
                new Place(each.get(3).asText(), each.get(4).asInt()),
                each.get(5).asText()));
      }
      return new SourceReading(facts, kept.path("cut_off").asBoolean());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] toBytes(SourceReading reading) {
    ObjectNode kept = JSON.createObjectNode();
    kept.put("cut_off", reading.cutOff());
    ArrayNode facts = kept.putArray("facts");
    for (SourceFact fact : reading.facts()) {
      facts
          .addArray()
          .add(fact.kind().name())
          .add(fact.name())
          .add(fact.certain())
          .add(fact.place().file())
          .add(fact.place().line())
          .add(fact.text());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(bytes)) {
      JSON.writeValue(packed, kept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
