from falcon.asgi import App

app = App()
