from quart import Quart as Application

web = Application(__name__)


@web.get("/up")
async def up():
    return "well"
