# syntax=docker/dockerfile:1
# Written by hand, to hold the generated file against: mysqlclient is compiled.
FROM python:3.11-slim-bookworm AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends gcc libc6-dev default-libmysqlclient-dev pkg-config \
 && rm -rf /var/lib/apt/lists/*
RUN python -m venv --without-pip /opt/venv
COPY requirements.txt /tmp/
RUN --mount=type=cache,target=/root/.cache/pip pip --python /opt/venv/bin/python install -r /tmp/requirements.txt

FROM python:3.11-slim-bookworm
RUN apt-get update \
 && apt-get install -y --no-install-recommends libmariadb3 \
 && rm -rf /var/lib/apt/lists/*
RUN useradd --uid 10001 --user-group --no-log-init --create-home --shell /usr/sbin/nologin app
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1
COPY --from=build /opt/venv /opt/venv
WORKDIR /srv
COPY . .
USER 10001
CMD ["python"]
