# syntax=docker/dockerfile:1
#
# Written by wheelbase for Python 3.13 on slim-trixie. Build it with: docker build -t NAME .
# To pin the base, add its digest to both FROM lines (IMAGE:TAG@sha256:...). To look it up:
# docker buildx imagetools inspect python:3.13-slim-trixie

# builder installs the requirements; only /opt/venv leaves it
FROM python:3.13-slim-trixie AS builder

ENV PIP_DISABLE_PIP_VERSION_CHECK=1

WORKDIR /app

# The image's own pip fills it from outside, so that the application carries none
RUN python -m venv --without-pip /opt/venv

# Before the application's files: to edit those does not install anew
COPY requirements.txt ./

# The requirements name it, so pip needs it here
COPY vendored/tools vendored/tools

# The requirements name it, so pip needs it here
COPY wheels/our-1.0-py3-none-any.whl wheels/our-1.0-py3-none-any.whl

# What pip downloads goes to a cache of the builder, not into a layer
RUN --mount=type=cache,target=/root/.cache/pip \
    pip --python /opt/venv/bin/python install -r requirements.txt

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
