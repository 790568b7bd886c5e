import environ

env = environ.Env()
SECRET_KEY = env("DJANGO_SECRET_KEY")
DEBUG = env.bool("DEBUG", default=False)
DATABASES = {"default": env.db()}
INSTALLED_APPS = ["daphne", "django.contrib.staticfiles"]
ROOT_URLCONF = "live.urls"
ASGI_APPLICATION = "live.asgi.application"
STATIC_URL = "static/"
STATIC_ROOT = "/var/www/static"
