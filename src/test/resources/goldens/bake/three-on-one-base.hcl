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
  default = "linux/amd64,linux/arm64"
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
    "web",
    "worker",
  ]
}

target "_python-3-13-slim-trixie" {
  dockerfile = "Dockerfile"
  platforms  = compact(split(",", PLATFORMS))
  contexts = {
    "python:3.13-slim-trixie" = BASE_PYTHON_3_13_SLIM_TRIXIE
  }
}

target "api" {
  inherits   = ["_python-3-13-slim-trixie"]
  context    = "./services/api"
  tags       = [image("api")]
  cache-from = cache(CACHE_FROM, "api")
  cache-to   = cache(CACHE_TO, "api")
}

target "web" {
  inherits   = ["_python-3-13-slim-trixie"]
  context    = "./web"
  tags       = [image("web")]
  cache-from = cache(CACHE_FROM, "web")
  cache-to   = cache(CACHE_TO, "web")
}

target "worker" {
  inherits   = ["_python-3-13-slim-trixie"]
  context    = "./services/worker"
  tags       = [image("worker")]
  cache-from = cache(CACHE_FROM, "worker")
  cache-to   = cache(CACHE_TO, "worker")
}
# Not edited since wheelbase wrote it: sha256 156a5bf4ba0cd27bec6e045480d9476c09b8669cefe3f82c216b9e76a9859343
