# syntax=docker/dockerfile:1
#
# Written by wheelbase for Python 3.13 on alpine3.24. Build it with: docker build -t NAME .
# To pin the base, add its digest to both FROM lines (IMAGE:TAG@sha256:...). To look it up:
# docker buildx imagetools inspect python:3.13-alpine3.24

# builder installs the requirements; only /opt/venv leaves it
FROM python:3.13-alpine3.24 AS builder

ENV PIP_DISABLE_PIP_VERSION_CHECK=1

WORKDIR /app

# The image's own pip fills it from outside, so that the application carries none
RUN python -m venv --without-pip /opt/venv

# One program without dependencies; it stays in this stage
COPY --from=ghcr.io/astral-sh/uv:0.13.9 /uv /usr/local/bin/

# uv compiles bytecode as pip does, copies out of its cache, and takes this Python
ENV UV_COMPILE_BYTECODE=1 \
    UV_LINK_MODE=copy \
    UV_PROJECT_ENVIRONMENT=/opt/venv \
    UV_PYTHON_DOWNLOADS=never

# Before the application's files: to edit those does not install anew
COPY pylock.toml ./

# Exactly what is locked, without what is only for development, and without the project itself
RUN --mount=type=cache,target=/root/.cache/uv \
    uv pip sync --python /opt/venv/bin/python pylock.toml

ENV PATH=/opt/venv/bin:$PATH

# Fails where something here is linked to a library that the image will not have
RUN find /lib/ /usr /opt/venv -name '*.so*' > /tmp/libraries \
 && find /opt/venv -type f '(' -name '*.so*' -o -path '*/bin/*' ')' \
      -print -exec ldd {} ';' > /tmp/linked 2>&1 \
 && awk 'FNR == NR { sub(".*/", ""); found[$0]; next } \
      /^\// { file = $0 } \
      /^Error loading shared/ { $1 = $5; sub(":", "", $1); $2 = "=>"; $3 = "" } \
      $2 == "=>" && $3 !~ "^/opt/venv/" && !($1 in found) { \
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

COPY --from=builder /opt/venv /opt/venv

ENV PATH=/opt/venv/bin:$PATH

WORKDIR /app

# The application, owned by root so that it cannot change itself; .dockerignore says what stays out
COPY . ./

# A number, so that Kubernetes can see that it is not root
USER 10001:10001

# As the first process Python ignores SIGTERM; SIGINT ends it
STOPSIGNAL SIGINT

CMD ["python", "main.py"]
