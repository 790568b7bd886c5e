# syntax=docker/dockerfile:1
#
# Written by wheelbase for Python 3.13 on alpine3.24. Build it with: docker build -t NAME .
# To pin the base, add its digest to both FROM lines (IMAGE:TAG@sha256:...). To look it up:
# docker buildx imagetools inspect python:3.13-alpine3.24

# libraries has what the requirements load and run; the image begins here
FROM python:3.13-alpine3.24 AS libraries

# mysqlclient 2.2.7 is linked to libmariadb
RUN apk add --no-cache \
      so:libmariadb.so.3

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

# What pip downloads goes to a cache of the builder, not into a layer
RUN --mount=type=cache,target=/root/.cache/pip \
    pip --python /opt/venv/bin/python install -r requirements.txt

ENV PATH=/opt/venv/bin:$PATH

# What is installed there: podman looks into a stage of its cache only where COPY does
COPY --from=libraries /lib/apk/db/installed /tmp/

# Fails where something here is linked to a library that the image will not have
RUN --mount=type=bind,from=libraries,target=/image \
    find /image/lib/ /image/usr /opt/venv -name '*.so*' > /tmp/libraries \
 && find /opt/venv -type f '(' -name '*.so*' -o -path '*/bin/*' ')' \
      -print -exec ldd {} ';' > /tmp/linked 2>&1 \
 && awk 'FNR == NR { sub(".*/", ""); found[$0]; next } \
      /^\// { file = $0 } \
      /^Error loading shared/ { $1 = $5; sub(":", "", $1); $2 = "=>"; $3 = "" } \
      $2 == "=>" && $1 !~ "/" && $3 !~ "^/opt/venv/" && !($1 in found) { \
        print $1 " is missing in the image, install its package there: wanted by " file; \
        failed = 1 } \
      END { exit failed }' /tmp/libraries /tmp/linked

# runtime is the image; compilers and headers stay behind in builder
FROM libraries AS runtime

# An unprivileged account for the application
RUN addgroup -g 10001 app \
 && adduser -D -u 10001 -G app -s /sbin/nologin app

# Output appears at once, and a crash in C shows where Python was
ENV PYTHONFAULTHANDLER=1 \
    PYTHONUNBUFFERED=1

COPY --from=builder /opt/venv /opt/venv

ENV PATH=/opt/venv/bin:$PATH

WORKDIR /app

# The application, owned by root so that it cannot change itself; .dockerignore says what stays out
COPY . ./

# A number, so that Kubernetes can see that it is not root
USER 10001:10001

# Worker processes; docker run -e WEB_CONCURRENCY=4 starts four
ENV WEB_CONCURRENCY=2

EXPOSE 8000

# Healthy while the port takes connections; asking a route of yours would say more
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-I", "-c", \
         "import socket; socket.create_connection(('127.0.0.1', 8000), 3).close()"]

# Workers report through a file: in memory no disk stalls it
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "--worker-tmp-dir", "/dev/shm", \
     "site.wsgi:application"]
