import falcon


class Well:
    def on_get(self, request, response):
        response.text = "well"


application = falcon.App()
application.add_route("/healthcheck", Well())
