from sanic import Sanic, text

app = Sanic("greetings")


@app.get("/")
async def hello(request):
    return text("hello")


@app.get("/ping")
async def ping(request):
    return text("pong")


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=8000, debug=True)
