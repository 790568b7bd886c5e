import os

from .base import *

DEBUG = False
CONN_MAX_AGE = int(os.environ["CONN_MAX_AGE"])
