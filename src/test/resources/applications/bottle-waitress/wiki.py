from bottle import Bottle, run

app = Bottle()


@app.route("/")
def page():
    return "the wiki"


@app.get("/status/health")
def health():
    return "well"


if __name__ == "__main__":
    run(app, host="localhost", port=8081)
