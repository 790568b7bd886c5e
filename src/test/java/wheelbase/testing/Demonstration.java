package wheelbase.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import wheelbase.index.CoreMetadata;
import wheelbase.index.PackageIndex;
import wheelbase.index.ProjectPage;
import wheelbase.index.PythonSources;
import wheelbase.index.ReleaseFile;
import wheelbase.index.SdistContents;
import wheelbase.index.WheelContents;
import wheelbase.pep508.PackageName;

/**
 * A small web service, and what its requirements led to on the public index on 2026-11-21, with the
 * sizes of the wheels for amd64: something to be shown.
 */
public final class Demonstration implements PackageIndex {
  private static final String MUSL = "musllinux";

  private final MiniIndex releases = MiniIndex.of();
  private final Map<String, WheelContents> contents = new HashMap<>();

  public Demonstration() {
    pure("annotated-types", "0.8.0", wheel(36_347, 19_583, 13_427));
    pure("anyio", "4.16.0", wheel(553_035, 542_835, 134_521), "idna", "typing-extensions");
    pure("click", "8.5.1", wheel(449_840, 444_075, 126_163));
    pure(
        "fastapi",
        "0.115.6",
        wheel(675_054, 642_499, 94_843),
        "starlette<0.42",
        "pydantic<3",
        "typing-extensions");
    pure("h11", "0.16.0", wheel(103_935, 93_117, 37_515));
    binary(
        "httptools", "0.9.0", wheel(1_740_048, 3_127, 520_112), wheel(1_330_079, 3_127, 502_996));
    pure("idna", "3.20", wheel(342_091, 332_039, 69_583));
    binary(
        "numpy",
        "2.5.5",
        wheel(52_765_338, 8_531_085, 15_713_899),
        wheel(57_510_058, 8_531_087, 17_077_101));
    contents.put("opencv-python-headless", wheel(141_995_669, 25_240, 49_969_856));
    releases
        .release("opencv-python-headless", "4.11.0.86")
        .wheel("cp37-abi3-manylinux_2_17_x86_64")
        .wheel("cp37-abi3-manylinux_2_17_aarch64")
        .sdist()
        .compiles(SdistContents.Language.CPLUSPLUS)
        .requires("numpy>=1.21.2")
        .add();
    releases
        .release("psycopg2", "2.9.10")
        .wheel("cp313-cp313-win_amd64")
        .sdist()
        .compiles(SdistContents.Language.C)
        .add();
    binary(
        "psycopg2-binary",
        "2.9.10",
        wheel(10_600_000, 80_000, 2_983_000),
        wheel(10_400_000, 80_000, 3_100_000));
    pure(
        "pydantic",
        "2.14.3",
        wheel(1_987_038, 1_834_873, 494_071),
        "annotated-types",
        "pydantic-core==2.50.4",
        "typing-extensions",
        "typing-inspection");
    binary(
        "pydantic-core",
        "2.50.4",
        wheel(5_401_447, 181_751, 2_260_946),
        wheel(6_251_718, 181_751, 2_498_764));
    pure("python-dotenv", "1.2.4", wheel(65_897, 33_009, 23_266));
    pure("python-magic", "0.4.27", wheel(36_561, 24_448, 13_840));
    binary(
        "pyyaml", "6.0.3", wheel(2_877_432, 218_908, 801_626), wheel(2_131_283, 218_908, 794_115));
    pure("starlette", "0.41.3", wheel(262_115, 251_235, 73_225), "anyio<5");
    pure("typing-extensions", "4.16.0", wheel(182_767, 165_012, 45_571));
    pure("typing-inspection", "0.4.5", wheel(55_266, 41_116, 14_874), "typing-extensions");
    contents.put("uvicorn", wheel(199_500, 187_616, 62_315));
    releases
        .release("uvicorn", "0.34.0")
        .provides("standard")
        .requires("click>=7", "h11>=0.8", standard("httptools>=0.6.3"))
        .requires(standard("python-dotenv>=0.13"), standard("pyyaml>=5.1"))
        .requires(standard("uvloop>=0.14"), standard("watchfiles>=0.13"))
        .requires(standard("websockets>=10.4"))
        .add();
    binary(
        "uvloop",
        "0.23.0",
        wheel(16_458_633, 24_151, 4_480_449),
        wheel(12_029_676, 24_151, 4_346_132));
    binary(
        "watchfiles",
        "1.3.0",
        wheel(1_248_902, 43_732, 458_353),
        wheel(1_750_171, 43_732, 661_723),
        "anyio>=3");
    binary(
        "websockets", "17.4", wheel(836_344, 778_902, 226_382), wheel(832_407, 778_902, 226_323));
  }

  /** Writes the service into a directory. */
  public static void write(Path directory) throws IOException {
    Files.writeString(
        directory.resolve("requirements.txt"),
        """
        fastapi==0.115.6
        uvicorn[standard]==0.34.0
        psycopg2==2.9.10                  # the shop's database
        python-magic==0.4.27
        opencv-python-headless==4.11.0.86
        """);
    Files.writeString(directory.resolve(".python-version"), "3.13\n");
    Files.writeString(
        directory.resolve("main.py"),
        """
        from fastapi import FastAPI

        app = FastAPI()


        @app.get("/health")
        def health():
            return {"status": "ok"}
        """);
  }

  private static WheelContents wheel(long unpacked, long source, long file) {
    return new WheelContents(
        unpacked, PythonSources.usual(source), List.of(), OptionalLong.of(file));
  }

  private static String standard(String requirement) {
    return requirement + "; extra == \"standard\"";
  }

  private void pure(String name, String version, WheelContents wheel, String... requires) {
    contents.put(name, wheel);
    releases.release(name, version).wheel("py3-none-any").requires(requires).add();
  }

  /** With wheels for all that is looked at. */
  private void binary(
      String name, String version, WheelContents glibc, WheelContents musl, String... requires) {
    contents.put(name, glibc);
    contents.put(name + MUSL, musl);
    releases
        .release(name, version)
        .wheel("cp313-cp313-manylinux_2_28_x86_64")
        .wheel("cp313-cp313-manylinux_2_28_aarch64")
        .wheel("cp313-cp313-musllinux_1_2_x86_64")
        .wheel("cp313-cp313-musllinux_1_2_aarch64")
        .requires(requires)
        .add();
  }

  @Override
  public CompletableFuture<ProjectPage> page(PackageName name) {
    return releases.page(name);
  }

  @Override
  public CompletableFuture<CoreMetadata> metadata(ReleaseFile file) {
    return releases.metadata(file);
  }

  @Override
  public CompletableFuture<WheelContents> wheelContents(ReleaseFile wheel) {
    String name = wheel.project().value() + (wheel.fileName().contains(MUSL) ? MUSL : "");
    return CompletableFuture.completedFuture(contents.get(name));
  }

  @Override
  public CompletableFuture<SdistContents> sdistContents(ReleaseFile sdist) {
    SdistContents drawn = releases.sdistContents(sdist).join();
    boolean large = sdist.fileName().startsWith("opencv");
    return CompletableFuture.completedFuture(
        new SdistContents(
            drawn.languages(),
            drawn.evidence(),
            drawn.buildSystem(),
            large ? 203_444_843 : 1_678_060,
            large ? 2_249_142 : 638_575));
  }
}
