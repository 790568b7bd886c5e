SECRET_KEY = "for development only"
ROOT_URLCONF = "mail.urls"
WSGI_APPLICATION = "mail.wsgi.application"
CELERY_BEAT_SCHEDULE = {"sweep": {"task": "mail.tasks.sweep", "schedule": 60.0}}
