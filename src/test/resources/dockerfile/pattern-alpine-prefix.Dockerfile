# syntax=docker/dockerfile:1
#
# Written by wheelbase for Python 3.13 on alpine3.24. Build it with: docker build -t NAME .
# To pin the base, add its digest to both FROM lines (IMAGE:TAG@sha256:...). To look it up:
# docker buildx imagetools inspect python:3.13-alpine3.24

# builder installs the requirements; only /install leaves it
FROM python:3.13-alpine3.24 AS builder

ENV PIP_DISABLE_PIP_VERSION_CHECK=1

WORKDIR /app

# Before the application's files: to edit those does not install anew
COPY requirements.txt ./

# What pip downloads goes to a cache of the builder, not into a layer
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install --prefix /install --ignore-installed --root-user-action=ignore \
      -r requirements.txt

ENV PATH=/install/bin:$PATH

ENV PYTHONPATH=/install/lib/python3.13/site-packages

# Fails where something here is linked to a library that the image will not have
RUN find /lib/ /usr /install -name '*.so*' > /tmp/libraries \
 && find /install -type f '(' -name '*.so*' -o -path '*/bin/*' ')' \
      -print -exec ldd {} ';' > /tmp/linked 2>&1 \
 && awk 'FNR == NR { sub(".*/", ""); found[$0]; next } \
      /^\// { file = $0 } \
      /^Error loading shared/ { $1 = $5; sub(":", "", $1); $2 = "=>"; $3 = "" } \
      $2 == "=>" && $3 !~ "^/install/" && !($1 in found) { \
        print $1 " is missing in the image, install its package there: wanted by " file; \
        failed = 1 } \
      END { exit failed }' /tmp/libraries /tmp/linked

# runtime is the image
FROM python:3.13-alpine3.24 AS runtime

# An unprivileged account for the application
RUN addgroup -g 10001 app \
 && adduser -D -u 10001 -G app -s /sbin/nologin app

# Output appears at once, and a crash in C shows where Python was
ENV PYTHONFAULTHANDLER=1 \
    PYTHONUNBUFFERED=1

# The tree has bin and lib as /usr/local has: each file goes where Python looks for it
COPY --from=builder /install /usr/local

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
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "--worker-tmp-dir", "/dev/shm", "app:app"]
