from aiohttp import ClientSession, web


async def hello(request):
    return web.Response(text="hello")


async def create_app():
    app = web.Application()
    app.router.add_get("/", hello)
    app.router.add_get("/healthz", hello)
    return app


if __name__ == "__main__":
    web.run_app(create_app(), host="localhost")
