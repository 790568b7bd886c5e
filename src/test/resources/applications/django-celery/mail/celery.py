import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mail.settings")
app = Celery("mail")
app.config_from_object("django.conf:settings", namespace="CELERY")
