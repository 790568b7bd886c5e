ARG VERSION=3.12
ARG BASE=python:${VERSION}-slim
ARG EMPTY
FROM ${BASE} AS Builder
ARG VERSION
RUN echo $VERSION
FROM --platform=$BUILDPLATFORM python:3.12 as tools-2.x_y
FROM builder
COPY --from=builder --chown=1000:1000 --link /venv /venv
COPY --from=0 /a /b
COPY --from=nginx:1.2 --chmod=0644 --parents --exclude=*.md --exclude=b a/ b /
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d --keep-git-dir=true --unpack=false https://a/b /c
from scratch
