# syntax=docker/dockerfile:1
#
# Written by wheelbase for Python 3.11 on slim-bookworm. Build it with: docker build -t NAME .
# To pin the base, add its digest to both FROM lines (IMAGE:TAG@sha256:...). To look it up:
# docker buildx imagetools inspect python:3.11-slim-bookworm

# builder installs the requirements; only /opt/venv leaves it
FROM python:3.11-slim-bookworm AS builder

ENV PIP_DISABLE_PIP_VERSION_CHECK=1

WORKDIR /app

# The image's own pip fills it from outside, so that the application carries none
RUN python -m venv --without-pip /opt/venv

# For pipenv: the environment that it fills is this one
ENV PIPENV_NOSPIN=1 \
    PIPENV_PIPFILE=service/Pipfile \
    PIP_NO_CACHE_DIR=1 \
    VIRTUAL_ENV=/opt/venv

# pipenv keeps service/Pipfile.lock and installs from it; it stays in this stage
RUN python -m venv /opt/pipenv \
 && /opt/pipenv/bin/pip install --no-cache-dir pipenv==2026.10.3

# Before the application's files: to edit those does not install anew
COPY service/Pipfile service/Pipfile.lock ./service/

# Exactly what is locked, without what is only for development, and without the project itself
RUN /opt/pipenv/bin/pipenv sync --categories default,serve

ENV PATH=/opt/venv/bin:$PATH

# Fails where something here is linked to a library that the image will not have
RUN find /lib/ /usr /opt/venv -name '*.so*' > /tmp/libraries \
 && find /opt/venv -type f '(' -name '*.so*' -o -path '*/bin/*' ')' \
      -print -exec ldd {} ';' > /tmp/linked 2>&1 \
 && awk 'FNR == NR { sub(".*/", ""); found[$0]; next } \
      /^\// { file = $0 } \
      $2 == "=>" && $3 !~ "^/opt/venv/" && !($1 in found) { \
        print $1 " is missing in the image, install its package there: wanted by " file; \
        failed = 1 } \
      END { exit failed }' /tmp/libraries /tmp/linked

# runtime is the image
FROM python:3.11-slim-bookworm AS runtime

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
