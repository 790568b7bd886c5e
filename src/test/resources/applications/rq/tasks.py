import os
from datetime import timedelta

from redis import Redis
from rq import Queue

redis = Redis.from_url(os.environ["REDIS_URL"])
mail = Queue("mail", connection=redis)
usual = Queue(connection=redis)


def remind(whom):
    mail.enqueue_in(timedelta(days=1), print, whom)
