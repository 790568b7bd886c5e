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
    "address",
    "commands",
    "lines",
    "quotes",
    "templates",
    "unseen",
  ]
}

target "_python-3-13-slim-trixie" {
  dockerfile = "Dockerfile"
  platforms  = compact(split(",", PLATFORMS))
  contexts = {
    "python:3.13-slim-trixie" = BASE_PYTHON_3_13_SLIM_TRIXIE
  }
}

target "address" {
  inherits   = ["_python-3-13-slim-trixie"]
  context    = "./https:/example.org/x.git#main"
  tags       = [image("address")]
  cache-from = cache(CACHE_FROM, "address")
  cache-to   = cache(CACHE_TO, "address")
}

target "commands" {
  inherits   = ["_python-3-13-slim-trixie"]
  context    = "./$(touch x) `touch x` # x // /* <<E"
  tags       = [image("commands")]
  cache-from = cache(CACHE_FROM, "commands")
  cache-to   = cache(CACHE_TO, "commands")
}

target "lines" {
  inherits   = ["_python-3-13-slim-trixie"]
  context    = "./a\u000ab\u000d\u2028c\"]\u000a}\u000atarget \"evil\" {"
  tags       = [image("lines")]
  cache-from = cache(CACHE_FROM, "lines")
  cache-to   = cache(CACHE_TO, "lines")
}

target "quotes" {
  inherits   = ["_python-3-13-slim-trixie"]
  context    = "./a\"b'c\\d"
  tags       = [image("quotes")]
  cache-from = cache(CACHE_FROM, "quotes")
  cache-to   = cache(CACHE_TO, "quotes")
}

target "templates" {
  inherits   = ["_python-3-13-slim-trixie"]
  context    = "./$${TAG}%%{if true}x%%{endif}$$${x}$"
  tags       = [image("templates")]
  cache-from = cache(CACHE_FROM, "templates")
  cache-to   = cache(CACHE_TO, "templates")
}

target "unseen" {
  inherits   = ["_python-3-13-slim-trixie"]
  context    = "./\u202ea\u0007\u200f😀"
  tags       = [image("unseen")]
  cache-from = cache(CACHE_FROM, "unseen")
  cache-to   = cache(CACHE_TO, "unseen")
}
# Not edited since wheelbase wrote it: sha256 222e3333a1684e9ced2caeec405e720f6689194ab7df3640dc4d9995565523ae
