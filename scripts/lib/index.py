"""The package index that pip is configured for, as its HTML pages show it."""
import html.parser
import io
import os
import subprocess
import sys
import urllib.parse
import urllib.request
import zipfile


def address():
    """The address of the index that pip would ask."""
    asked = os.environ.get("PIP_INDEX_URL") or configured("global.index-url")
    if not asked:
        # pip knows where it asks when nobody says.
        asked = output(
            [sys.executable, "-c", "from pip._internal.models.index import PyPI; print(PyPI.simple_url)"]
        )
    return asked.rstrip("/") + "/"


def configured(key):
    return output([sys.executable, "-m", "pip", "config", "get", key])


def output(command):
    done = subprocess.run(command, capture_output=True, text=True)
    return done.stdout.strip() if done.returncode == 0 else ""


class Links(html.parser.HTMLParser):
    """The files of a project page: name to address."""

    def __init__(self, page):
        super().__init__()
        self.page = page
        self.files = {}

    def handle_starttag(self, tag, attributes):
        target = dict(attributes).get("href") if tag == "a" else None
        if target:
            whole = urllib.parse.urljoin(self.page, target).split("#")[0]
            self.files[urllib.parse.unquote(whole.rsplit("/", 1)[1])] = whole


def read(url):
    request = urllib.request.Request(url, headers={"Accept": "text/html, */*;q=0.1"})
    with urllib.request.urlopen(request, timeout=120) as answer:
        return answer.geturl(), answer.read().decode("utf-8", "replace")


def core_metadata(index, project, wheel):
    """The core metadata of a wheel, out of the few bytes of it that hold them."""
    page, text = read(urllib.parse.urljoin(index, f"{project}/"))
    links = Links(page)
    links.feed(text)
    with zipfile.ZipFile(RemoteFile(links.files[wheel])) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return archive.read(name).decode("utf-8", "replace")


class RemoteFile(io.RawIOBase):
    """A file on a server that answers requests for ranges."""

    def __init__(self, url):
        self.url = url
        self.place = 0
        with urllib.request.urlopen(urllib.request.Request(url, method="HEAD"), timeout=120) as answer:
            self.size = int(answer.headers["Content-Length"])

    def seekable(self):
        return True

    def readable(self):
        return True

    def tell(self):
        return self.place

    def seek(self, offset, whence=io.SEEK_SET):
        self.place = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self.place, io.SEEK_END: self.size}[whence]
        return self.place

    def read(self, size=-1):
        end = self.size if size < 0 else min(self.size, self.place + size)
        if end <= self.place:
            return b""
        wanted = {"Range": f"bytes={self.place}-{end - 1}"}
        with urllib.request.urlopen(urllib.request.Request(self.url, headers=wanted), timeout=120) as answer:
            found = answer.read()
        self.place += len(found)
        return found
