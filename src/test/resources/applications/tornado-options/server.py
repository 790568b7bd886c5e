import asyncio
import signal

from tornado.httpserver import HTTPServer
from tornado.options import define, options, parse_command_line
from tornado.web import Application

define("port", default=9999, help="where to listen", type=int)


async def main():
    parse_command_line()
    HTTPServer(Application([])).listen(options.port)
    stopped = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopped.set)
    await stopped.wait()


asyncio.run(main())
