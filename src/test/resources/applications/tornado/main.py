import asyncio

import tornado.web


class Hello(tornado.web.RequestHandler):
    def get(self):
        self.write("hello")


def make_app():
    return tornado.web.Application(
        [
            (r"/", Hello),
            (r"/healthz", Hello),
        ]
    )


async def main():
    make_app().listen(8765)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
