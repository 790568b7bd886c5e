from litestar import Litestar, get


@get("/")
async def index() -> str:
    return "the store"


@get("/health")
async def health() -> str:
    return "well"


def create_app() -> Litestar:
    return Litestar([index, health])
