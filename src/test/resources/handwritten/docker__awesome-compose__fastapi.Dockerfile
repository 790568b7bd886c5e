# syntax=docker/dockerfile:1
# Written by hand, to hold the generated file against: only wheels.
FROM python:3.13-slim-trixie AS build
RUN python -m venv --without-pip /venv
COPY fastapi/requirements.txt /tmp/
RUN --mount=type=cache,target=/root/.cache/pip pip --python /venv/bin/python install -r /tmp/requirements.txt

FROM python:3.13-slim-trixie
RUN useradd --uid 10001 --user-group --no-log-init --create-home app
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1
COPY --from=build /venv /venv
WORKDIR /srv
COPY . .
USER 10001
CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
