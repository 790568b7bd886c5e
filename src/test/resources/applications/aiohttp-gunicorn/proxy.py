import aiohttp.web as w

app = w.Application()
