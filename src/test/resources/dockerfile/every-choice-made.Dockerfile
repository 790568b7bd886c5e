# syntax=docker/dockerfile:1
#
# Written by wheelbase for Python 3.11 on slim-bookworm. Build it with: docker build -t NAME .
# To pin the base, add its digest to both FROM lines (IMAGE:TAG@sha256:...). To look it up:
# docker buildx imagetools inspect python:3.11-slim-bookworm

# libraries has what the requirements load and run; the image begins here
FROM python:3.11-slim-bookworm AS libraries

# lxml 6.0.2 is linked to libxml2
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
      libxml2 \
 && rm -rf /var/lib/apt/lists/*

# builder installs the requirements; only /opt/venv leaves it
FROM python:3.11-slim-bookworm AS builder

ENV PIP_DISABLE_PIP_VERSION_CHECK=1

# lxml 6.0.2 compiles C
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
      gcc \
 && rm -rf /var/lib/apt/lists/*

WORKDIR /app

# The image's own pip fills it from outside, so that the application carries none
RUN python -m venv --without-pip /opt/venv

# Before the application's files: to edit those does not install anew
COPY requirements.txt ./

# pip keeps nothing of what it downloads
RUN pip --python /opt/venv/bin/python install --no-cache-dir -r requirements.txt

ENV PATH=/opt/venv/bin:$PATH

# What is installed there: podman looks into a stage of its cache only where COPY does
COPY --from=libraries /var/lib/dpkg/status /tmp/

# Fails where something here is linked to a library that the image will not have
RUN --mount=type=bind,from=libraries,target=/image \
    find /image/lib/ /image/usr /opt/venv -name '*.so*' > /tmp/libraries \
 && find /opt/venv -type f '(' -name '*.so*' -o -path '*/bin/*' ')' \
      -print -exec ldd {} ';' > /tmp/linked 2>&1 \
 && awk 'FNR == NR { sub(".*/", ""); found[$0]; next } \
      /^\// { file = $0 } \
      $2 == "=>" && $1 !~ "/" && $3 !~ "^/opt/venv/" && !($1 in found) { \
        print $1 " is missing in the image, install its package there: wanted by " file; \
        failed = 1 } \
      END { exit failed }' /tmp/libraries /tmp/linked

# runtime is the image; compilers and headers stay behind in builder
FROM libraries AS runtime

# An unprivileged account for the application
RUN groupadd --gid 12345 app \
 && useradd --uid 12345 --gid app --no-log-init --create-home --shell /usr/sbin/nologin app

# Output appears at once, and a crash in C shows where Python was
ENV PYTHONFAULTHANDLER=1 \
    PYTHONUNBUFFERED=1

COPY --from=builder /opt/venv /opt/venv

ENV PATH=/opt/venv/bin:$PATH

WORKDIR /app

# The application, owned by root so that it cannot change itself
COPY . ./

# A number, so that Kubernetes can see that it is not root
USER 12345:12345

EXPOSE 9000

# Healthy while /up is answered, and not with a server error
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-I", "-c", \
         "import http.client as h, sys; c = h.HTTPConnection('127.0.0.1', 9000); \
          c.request('GET', sys.argv[1]); sys.exit(c.getresponse().status >= 500)", \
         "/up"]

CMD ["hypercorn", "--bind", "0.0.0.0:9000", "--workers", "3", "app:app"]
