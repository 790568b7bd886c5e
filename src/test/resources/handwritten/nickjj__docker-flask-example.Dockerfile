# syntax=docker/dockerfile:1
# Written by hand, to hold the generated file against: psycopg is pure, and opens libpq when it runs.
FROM python:3.11-slim-bookworm AS build
RUN python -m venv --without-pip /opt/venv
COPY requirements.txt /tmp/
RUN --mount=type=cache,target=/root/.cache/pip pip --python /opt/venv/bin/python install -r /tmp/requirements.txt

FROM python:3.11-slim-bookworm
RUN apt-get update \
 && apt-get install -y --no-install-recommends libpq5 \
 && rm -rf /var/lib/apt/lists/*
RUN useradd --uid 10001 --user-group --no-log-init --create-home --shell /usr/sbin/nologin app
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1
COPY --from=build /opt/venv /opt/venv
WORKDIR /srv
COPY . .
USER 10001
CMD ["gunicorn", "--help"]
