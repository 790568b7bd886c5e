from flask import Flask

from .views import views


def create_app(config=None):
    app = Flask(__name__)
    app.config.update(config or {})
    app.register_blueprint(views)

    @app.get("/healthz")
    def healthz():
        return "well"

    return app
