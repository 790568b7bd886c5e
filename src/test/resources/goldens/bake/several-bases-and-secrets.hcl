# Builds the images of this repository side by side. In this directory:
#
#   docker buildx bake            all of them
#   docker buildx bake NAME       one
#   docker buildx bake --print    what would be built, as JSON
#   docker buildx bake --push     and on to the registry; --load keeps them here
#
# Each variable is taken from the environment where it is set there: TAG=1.4 docker buildx bake

variable "TAG" {
  default = "latest"
}

# What the names of the images begin with, such as registry.example/team
variable "REGISTRY" {
  default = ""
}

# For which machines, such as linux/amd64,linux/arm64; empty: for the builder's own
variable "PLATFORMS" {
  default = ""
}

# Where layers come from and go to besides the builder's own store, for builders that keep nothing.
# {name} stands for the image, {platforms} for its platforms:
#   CACHE_FROM='type=registry,ref=registry.example/team/cache:{name}-{platforms}'
#   CACHE_TO='type=registry,ref=registry.example/team/cache:{name}-{platforms},mode=max'
variable "CACHE_FROM" {
  default = ""
}

variable "CACHE_TO" {
  default = ""
}

# What stands for "python:3.13-slim-trixie" in every Dockerfile; to pin it, end this in @sha256:...
variable "BASE_PYTHON_3_13_SLIM_TRIXIE" {
  default = "docker-image://python:3.13-slim-trixie"
}

# What stands for "registry.example/team/tag:1" in every Dockerfile; to pin it, end this in @sha256:...
variable "BASE_REGISTRY_EXAMPLE_TEAM_TAG_1" {
  default = "docker-image://registry.example/team/tag:1"
}

# What stands for "python:3.13-alpine3.24" in every Dockerfile; to pin it, end this in @sha256:...
variable "BASE_PYTHON_3_13_ALPINE3_24" {
  default = "docker-image://python:3.13-alpine3.24"
}

# What stands for "python:3.13-trixie" in every Dockerfile; to pin it, end this in @sha256:...
variable "BASE_PYTHON_3_13_TRIXIE" {
  default = "docker-image://python:3.13-trixie"
}

# A file that builds may read and no image keeps, for the secret netrc; empty: none
variable "NETRC" {
  default = ""
}

# A file that builds may read and no image keeps, for the secret pip-conf; empty: none
variable "PIP_CONF" {
  default = ""
}

function "image" {
  params = [name]
  result = "${REGISTRY == "" ? "" : "${REGISTRY}/"}${name}:${TAG}"
}

function "cache" {
  params = [place, name]
  result = compact([replace(replace(place, "{name}", name), "{platforms}", replace(replace(PLATFORMS, "/", "-"), ",", "-"))])
}

group "default" {
  targets = [
    "api",
    "own",
    "pinned",
    "tiny",
    "web",
  ]
}

target "_python-3-13-slim-trixie" {
  dockerfile = "Dockerfile"
  platforms  = compact(split(",", PLATFORMS))
  contexts = {
    "python:3.13-slim-trixie" = BASE_PYTHON_3_13_SLIM_TRIXIE
  }
}

target "_registry-example-team-tag-1" {
  dockerfile = "Dockerfile"
  platforms  = compact(split(",", PLATFORMS))
  contexts = {
    "registry.example/team/tag:1" = BASE_REGISTRY_EXAMPLE_TEAM_TAG_1
  }
}

target "_python-3-13-slim-trixie-sha256-0000000000000000000000000000000000000000000000000000000000000000" {
  dockerfile = "Dockerfile"
  platforms  = compact(split(",", PLATFORMS))
}

target "_python-3-13-alpine3-24" {
  dockerfile = "Dockerfile"
  platforms  = compact(split(",", PLATFORMS))
  contexts = {
    "python:3.13-alpine3.24" = BASE_PYTHON_3_13_ALPINE3_24
  }
}

target "_python-3-13-slim-trixie-2" {
  dockerfile = "Dockerfile"
  platforms  = compact(split(",", PLATFORMS))
  contexts = {
    "python:3.13-slim-trixie" = BASE_PYTHON_3_13_SLIM_TRIXIE
    "python:3.13-trixie" = BASE_PYTHON_3_13_TRIXIE
  }
}

target "api" {
  inherits   = ["_python-3-13-slim-trixie"]
  context    = "./api"
  tags       = [image("api")]
  cache-from = cache(CACHE_FROM, "api")
  cache-to   = cache(CACHE_TO, "api")
  secret = compact([
    PIP_CONF == "" ? "" : "id=pip-conf,src=${ PIP_CONF }",
  ])
}

target "own" {
  inherits   = ["_registry-example-team-tag-1"]
  context    = "./own"
  tags       = [image("own")]
  cache-from = cache(CACHE_FROM, "own")
  cache-to   = cache(CACHE_TO, "own")
}

target "pinned" {
  inherits   = ["_python-3-13-slim-trixie-sha256-0000000000000000000000000000000000000000000000000000000000000000"]
  context    = "./pinned"
  tags       = [image("pinned")]
  cache-from = cache(CACHE_FROM, "pinned")
  cache-to   = cache(CACHE_TO, "pinned")
}

target "tiny" {
  inherits   = ["_python-3-13-alpine3-24"]
  context    = "./tiny"
  tags       = [image("tiny")]
  cache-from = cache(CACHE_FROM, "tiny")
  cache-to   = cache(CACHE_TO, "tiny")
}

target "web" {
  inherits   = ["_python-3-13-slim-trixie-2"]
  context    = "./web"
  tags       = [image("web")]
  cache-from = cache(CACHE_FROM, "web")
  cache-to   = cache(CACHE_TO, "web")
  secret = compact([
    NETRC == "" ? "" : "id=netrc,src=${ NETRC }",
    PIP_CONF == "" ? "" : "id=pip-conf,src=${ PIP_CONF }",
  ])
}
# Not edited since wheelbase wrote it: sha256 eb46c0f41616e3150f7d7da734441195588133ea5d82290d2a8b6669838b0c45
