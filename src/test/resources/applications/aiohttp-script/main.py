import os

from aiohttp import web


def main():
    app = web.Application()
    web.run_app(app, port=int(os.environ.get("PORT", "9090")))


if __name__ == "__main__":
    main()
