from flask import Blueprint

views = Blueprint("views", __name__)


@views.get("/")
def notes():
    return "notes"
