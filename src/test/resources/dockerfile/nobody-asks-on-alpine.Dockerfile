# syntax=docker/dockerfile:1
#
# Written by wheelbase for Python 3.13 on alpine3.24. Build it with: docker build -t NAME .
# To pin the base, add its digest to both FROM lines (IMAGE:TAG@sha256:...). To look it up:
# docker buildx imagetools inspect python:3.13-alpine3.24

# builder installs the requirements; only /opt/venv leaves it
FROM python:3.13-alpine3.24 AS builder

ENV PIP_DISABLE_PIP_VERSION_CHECK=1

# lxml 6.0.2 compiles C
RUN apk add --no-cache \
      gcc

WORKDIR /app

# The image's own pip fills it from outside, so that the application carries none
RUN python -m venv --without-pip /opt/venv

# Before the application's files: to edit those does not install anew
COPY requirements.txt ./

# pip keeps nothing of what it downloads
RUN pip --python /opt/venv/bin/python install --no-cache-dir -r requirements.txt

ENV PATH=/opt/venv/bin:$PATH

# Fails where something here is linked to a library that the image will not have
RUN --mount=type=bind,from=python:3.13-alpine3.24,target=/image \
    find /image/lib/ /image/usr /opt/venv -name '*.so*' > /tmp/libraries \
 && find /opt/venv -type f '(' -name '*.so*' -o -path '*/bin/*' ')' \
      -print -exec ldd {} ';' > /tmp/linked 2>&1 \
 && awk 'FNR == NR { sub(".*/", ""); found[$0]; next } \
      /^\// { file = $0 } \
      /^Error loading shared/ { $1 = $5; sub(":", "", $1); $2 = "=>"; $3 = "" } \
      $2 == "=>" && $3 !~ "^/opt/venv/" && !($1 in found) { \
        print $1 " is missing in the image, install its package there: wanted by " file; \
        failed = 1 } \
      END { exit failed }' /tmp/libraries /tmp/linked

# runtime is the image; compilers and headers stay behind in builder
FROM python:3.13-alpine3.24 AS runtime

# An unprivileged account for the application
RUN addgroup -g 2000 app \
 && adduser -D -u 2000 -G app -s /sbin/nologin app

# Output appears at once, and a crash in C shows where Python was
ENV PYTHONFAULTHANDLER=1 \
    PYTHONUNBUFFERED=1

COPY --from=builder /opt/venv /opt/venv

ENV PATH=/opt/venv/bin:$PATH

WORKDIR /app

# The application, owned by root so that it cannot change itself; .dockerignore says what stays out
COPY . ./

# A number, so that Kubernetes can see that it is not root
USER 2000:2000

# Worker processes; docker run -e WEB_CONCURRENCY=4 starts four
ENV WEB_CONCURRENCY=4

EXPOSE 8080

# Workers report through a file: in memory no disk stalls it
CMD ["gunicorn", "--bind", "0.0.0.0:8080", "--worker-tmp-dir", "/dev/shm", "app:app"]
