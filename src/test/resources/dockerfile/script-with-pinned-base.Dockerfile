# syntax=docker/dockerfile:1
#
# Written by wheelbase for Python 3.11 on slim-bookworm. Build it with: docker build -t NAME .

# builder installs the requirements; only /opt/venv leaves it
FROM python:3.11-slim-bookworm@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef AS builder

ENV PIP_DISABLE_PIP_VERSION_CHECK=1

WORKDIR /app

# The image's own pip fills it from outside, so that the application carries none
RUN python -m venv --without-pip /opt/venv

# Before the application's files: to edit those does not install anew
COPY requirements.txt ./

RUN --mount=type=cache,target=/root/.cache/pip \
    pip --python /opt/venv/bin/python install -r requirements.txt

# runtime is the image: nothing here compiles
FROM python:3.11-slim-bookworm@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef AS runtime

# The account that the application runs as, not root
RUN groupadd --gid 10001 app \
 && useradd --uid 10001 --gid app --no-log-init --create-home --shell /usr/sbin/nologin app

# Output appears at once, and a crash in C shows where Python was
ENV PYTHONFAULTHANDLER=1 \
    PYTHONUNBUFFERED=1

COPY --from=builder /opt/venv /opt/venv

ENV PATH=/opt/venv/bin:$PATH

WORKDIR /app

# They belong to root: the application cannot change itself. Not copied: see .dockerignore
COPY . ./

# A number, so that Kubernetes can see that it is not root
USER 10001:10001

# As the first process Python ignores SIGTERM; SIGINT ends it
STOPSIGNAL SIGINT

CMD ["python", "jobs/night shift.py"]
