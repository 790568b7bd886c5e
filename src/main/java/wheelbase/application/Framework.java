package wheelbase.application;

/** What an application is built with, as far as starting it differs. */
public enum Framework {
  DJANGO("Django"),
  FLASK("Flask"),
  FASTAPI("FastAPI"),
  STARLETTE("Starlette"),
  SCRIPT("script");

  private final String title;

  Framework(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
