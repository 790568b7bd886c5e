from celery import Celery

queue = Celery("jobs", broker="redis://queue")


@queue.on_after_configure.connect
def every_minute(sender, **arguments):
    sender.add_periodic_task(60.0, sweep.s())


@queue.task
def sweep():
    print("swept")
