from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route


async def well(request):
    return PlainTextResponse("well")


app = Starlette(
    routes=[
        Mount("/admin", routes=[Route("/ping", well)]),
        Route("/livez", well),
    ]
)
