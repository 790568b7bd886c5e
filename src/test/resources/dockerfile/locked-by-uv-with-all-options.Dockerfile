# syntax=docker/dockerfile:1
#
# Written by wheelbase for Python 3.13 on slim-trixie. Build it with: docker build -t NAME .
# To pin the base, add its digest to both FROM lines (IMAGE:TAG@sha256:...). To look it up:
# docker buildx imagetools inspect python:3.13-slim-trixie
# A private index and its password come from files of yours, which stay out of the image:
# docker build --secret id=netrc,src=$HOME/.netrc -t NAME .

# builder installs the requirements; only /opt/venv leaves it
FROM python:3.13-slim-trixie AS builder

ENV PIP_DISABLE_PIP_VERSION_CHECK=1

# lxml 6.0.2 compiles C
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
      gcc \
 && rm -rf /var/lib/apt/lists/*

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
COPY service/pyproject.toml service/uv.lock ./service/

# Exactly what is locked, without what is only for development, and without the project itself
RUN --mount=type=secret,id=netrc,target=/root/.netrc,required=false \
    uv --no-cache --directory service sync --frozen --no-default-groups --no-install-project \
      --extra mail --extra postgres --group serve

ENV PATH=/opt/venv/bin:$PATH

# Fails where something here is linked to a library that the image will not have
RUN --mount=type=bind,from=python:3.13-slim-trixie,target=/image \
    find /image/lib/ /image/usr /opt/venv -name '*.so*' > /tmp/libraries \
 && find /opt/venv -type f '(' -name '*.so*' -o -path '*/bin/*' ')' \
      -print -exec ldd {} ';' > /tmp/linked 2>&1 \
 && awk 'FNR == NR { sub(".*/", ""); found[$0]; next } \
      /^\// { file = $0 } \
      $2 == "=>" && $3 !~ "^/opt/venv/" && !($1 in found) { \
        print $1 " is missing in the image, install its package there: wanted by " file; \
        failed = 1 } \
      END { exit failed }' /tmp/libraries /tmp/linked

# runtime is the image; compilers and headers stay behind in builder
FROM python:3.13-slim-trixie AS runtime

# An unprivileged account for the application
RUN groupadd --gid 10001 app \
 && useradd --uid 10001 --gid app --no-log-init --create-home --shell /usr/sbin/nologin app

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
