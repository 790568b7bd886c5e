# syntax=docker/dockerfile:1
# Written by hand, to hold the generated file against: only wheels.
FROM python:3.13-slim-trixie AS build
RUN python -m venv --without-pip /opt/venv
COPY fastapi/requirements.txt /tmp/
RUN --mount=type=cache,target=/root/.cache/pip pip --python /opt/venv/bin/python install -r /tmp/requirements.txt

FROM python:3.13-slim-trixie
RUN useradd --uid 10001 --user-group --no-log-init --create-home --shell /usr/sbin/nologin app
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1
COPY --from=build /opt/venv /opt/venv
WORKDIR /srv
COPY . .
USER 10001
CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
