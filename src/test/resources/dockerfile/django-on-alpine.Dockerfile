# syntax=docker/dockerfile:1
#
# Written by wheelbase for Python 3.13 on alpine3.24. Build it with: docker build -t NAME .
# To fix the base for good, add its digest to both FROM lines, as in IMAGE:TAG@sha256:...; this
# prints it: docker buildx imagetools inspect python:3.13-alpine3.24

# builder installs the requirements; only /opt/venv leaves it
FROM python:3.13-alpine3.24 AS builder

ENV PIP_DISABLE_PIP_VERSION_CHECK=1

# mysqlclient 2.2.7 compiles C; mysqlclient 2.2.7 is linked to libmariadb
RUN apk add --no-cache \
      gcc \
      mariadb-connector-c-dev \
      musl-dev

WORKDIR /app

# The image's own pip fills it from outside, so that the application carries none
RUN python -m venv --without-pip /opt/venv

# Before the application's files: to edit those does not install anew
COPY requirements.txt ./

RUN --mount=type=cache,target=/root/.cache/pip \
    pip --python /opt/venv/bin/python install -r requirements.txt

# runtime is the image: nothing here compiles
FROM python:3.13-alpine3.24 AS runtime

# The account that the application runs as, not root
RUN addgroup -g 10001 app \
 && adduser -D -u 10001 -G app -s /sbin/nologin app

# Output appears at once, and a crash in C shows where Python was
ENV PYTHONFAULTHANDLER=1 \
    PYTHONUNBUFFERED=1

# mysqlclient 2.2.7 is linked to libmariadb
RUN apk add --no-cache \
      so:libmariadb.so.3

COPY --from=builder /opt/venv /opt/venv

ENV PATH=/opt/venv/bin:$PATH

WORKDIR /app

# They belong to root: the application cannot change itself. Not copied: see .dockerignore
COPY . ./

# A number, so that Kubernetes can see that it is not root
USER 10001:10001

# Read by the command at the end; docker run -e NAME=VALUE says otherwise
ENV WEB_CONCURRENCY=2

EXPOSE 8000

# Healthy while the port takes connections; asking a route of yours would say more
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-I", "-c", \
         "import socket; socket.create_connection(('127.0.0.1', 8000), 3).close()"]

# Workers report to gunicorn through a file: in memory, where no disk stalls it
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "--worker-tmp-dir", "/dev/shm", \
     "site.wsgi:application"]
