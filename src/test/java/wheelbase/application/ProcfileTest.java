package wheelbase.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcfileTest {
  @Test
  void everyLineThatNamesAProcessCounts() {
    assertThat(
            ProcfileLine.parse(
                "release: true\nworker:celery\n# web: no\n\nweb:  gunicorn a:b \n web: no\n"))
        .containsExactly(
            new ProcfileLine("release", 1, "true"),
            new ProcfileLine("worker", 2, "celery"),
            new ProcfileLine("web", 5, "gunicorn a:b"));
  }

  @ParameterizedTest
  @CsvSource({
    "gunicorn a:b, gunicorn|a:b",
    "gunicorn -b 0.0.0.0:$PORT a:b, gunicorn|-b|0.0.0.0:8000|a:b",
    "gunicorn -b :${PORT:-5000} a:b, gunicorn|-b|:8000|a:b",
    "python 'my app.py', python|my app.py",
    "A=1 B=2 gunicorn a:b, env|A=1|B=2|gunicorn|a:b",
    "python manage.py migrate && gunicorn a:b, sh|-c|python manage.py migrate && gunicorn a:b",
    "gunicorn -w $WORKERS a:b, sh|-c|gunicorn -w $WORKERS a:b",
    "gunicorn 'a:make()', sh|-c|gunicorn 'a:make()'"
  })
  void aShellIsUsedOnlyWhereItIsNeeded(String command, String words) {
    assertThat(new ProcfileLine("web", 1, command).words(8000)).containsExactly(words.split("\\|"));
  }

  @ParameterizedTest
  @CsvSource({
    "gunicorn -b 0.0.0.0:5000 -t 5000 a:b, gunicorn|-b|0.0.0.0:9000|-t|5000|a:b",
    "uvicorn a:b --port=80, uvicorn|a:b|--port=9000",
    "a && waitress-serve --listen=*:6543 $X, sh|-c|a && waitress-serve --listen=*:9000 $X",
    "python serve.py, python|serve.py"
  })
  void anotherPortTakesThePlaceOfTheOneThatItNames(String command, String words) {
    assertThat(new ProcfileLine("web", 1, command).words(9000)).containsExactly(words.split("\\|"));
  }

  @ParameterizedTest
  @CsvSource({
    "gunicorn -b 0.0.0.0:5000 a:b, 5000",
    "gunicorn --bind=:8080 a:b, 8080",
    "uvicorn a:b --port 9000, 9000",
    "waitress-serve --listen=*:6543 a:b, 6543",
    "streamlit run a.py --server.port 8502, 8502"
  })
  void thePortThatItNamesIsUsed(String command, int port) {
    assertThat(new ProcfileLine("web", 1, command).port()).isEqualTo(OptionalInt.of(port));
  }
}
