"""A package index on the loopback that counts what it is asked: it forwards to the real one.

Addresses of files on its pages are changed so that the files come through it as well. Nothing is kept.
"""
import gzip
import http.client
import http.server
import re
import ssl
import threading
import urllib.parse

PAGE_LIMIT = 96 * 1024 * 1024
PIECE = 1 << 16
MOST_AT_ONCE = 64
PATIENCE = 120
FORWARDED = ["Accept", "Range", "If-None-Match", "If-Modified-Since", "Cache-Control", "User-Agent"]
ANSWERED = ["Content-Type", "ETag", "Last-Modified", "Cache-Control", "Accept-Ranges", "Content-Range", "Vary"]
PAGES = ("text/html", "application/vnd.pypi.simple", "application/json")
ELSEWHERE = "/elsewhere/"


class CountingProxy:
    """Serves for as long as it is entered. Its address is that of the index."""

    def __init__(self, upstream):
        self.upstream = urllib.parse.urlsplit(upstream)
        self.lock = threading.Lock()
        self.free = threading.BoundedSemaphore(MOST_AT_ONCE)
        self.hosts = {self.upstream.netloc}
        self.trust = ssl.create_default_context()
        self.requests = 0
        self.bytes = 0
        proxy = self

        class Handler(RequestHandler):
            pass

        Handler.proxy = proxy
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.origin = f"http://127.0.0.1:{self.server.server_port}"
        self.address = self.origin + self.upstream.path

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def begin(self):
        """Counts from nought."""
        with self.lock:
            self.requests = self.bytes = 0

    def count(self, requests, size):
        with self.lock:
            self.requests += requests
            self.bytes += size

    def rewritten(self, text):
        """A page whose files on other hosts lie here."""
        hosts = set(re.findall(r'(?<=["\'])https?://([^/"\'\s]+)/', text))
        with self.lock:
            self.hosts |= hosts
        for host in hosts:
            for scheme in ("https", "http"):
                place = f"{self.origin}{ELSEWHERE}{scheme}/{host}/"
                text = re.sub(rf'(?<=["\']){scheme}://{re.escape(host)}/', lambda _, to=place: to, text)
        return text

    def target(self, path):
        """Where a request goes on to: scheme, host, path; None where no page named the host."""
        if not path.startswith(ELSEWHERE):
            return self.upstream.scheme, self.upstream.netloc, path
        scheme, host, rest = path[len(ELSEWHERE):].split("/", 2)
        with self.lock:
            return (scheme, host, "/" + rest) if host in self.hosts else None


class RequestHandler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    timeout = PATIENCE

    def setup(self):
        super().setup()
        self.connections = {}

    def finish(self):
        super().finish()
        for connection in self.connections.values():
            connection.close()

    def log_message(self, *_):
        pass

    def do_HEAD(self):
        self.do_GET()

    def do_GET(self):
        self.proxy.count(1, 0)
        with self.proxy.free:
            try:
                self.forward()
            except (OSError, http.client.HTTPException) as trouble:
                self.close_connection = True
                self.connections.clear()
                if not getattr(self, "answering", False):
                    self.send_error(502, str(trouble)[:100])

    def forward(self):
        self.answering = False
        target = self.proxy.target(self.path)
        if target is None:
            self.send_error(404)
            return
        answer = self.ask(*target)
        for _ in range(5):
            if answer.status not in (301, 302, 303, 307, 308):
                break
            answer.read()
            whole = f"{target[0]}://{target[1]}{target[2]}"
            to = urllib.parse.urlsplit(urllib.parse.urljoin(whole, answer.headers["Location"]))
            target = to.scheme, to.netloc, to.path + (f"?{to.query}" if to.query else "")
            answer = self.ask(*target)
        kind = answer.headers.get("Content-Type", "")
        if self.command == "GET" and answer.status == 200 and kind.startswith(PAGES):
            self.answer_page(answer)
        else:
            self.answer_file(answer)

    def ask(self, scheme, host, path):
        headers = {name: self.headers[name] for name in FORWARDED if self.headers[name]}
        # Ranges are of the file itself.
        headers["Accept-Encoding"] = "identity" if self.headers["Range"] or self.command == "HEAD" else "gzip"
        for attempt in (1, 2):
            connection = self.connections.pop((scheme, host), None)
            fresh = connection is None
            if fresh:
                if scheme == "https":
                    trust = self.proxy.trust
                    connection = http.client.HTTPSConnection(host, timeout=PATIENCE, context=trust)
                else:
                    connection = http.client.HTTPConnection(host, timeout=PATIENCE)
            try:
                connection.request(self.command, path, headers=headers)
                answer = connection.getresponse()
                self.connections[scheme, host] = connection
                return answer
            except (OSError, http.client.HTTPException):
                connection.close()
                # One that was kept may have been closed by the server meanwhile.
                if fresh:
                    raise

    def answer_page(self, answer):
        body = answer.read(PAGE_LIMIT)
        if answer.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        body = self.proxy.rewritten(body.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
        packed = "gzip" in self.headers.get("Accept-Encoding", "")
        if packed:
            body = gzip.compress(body, 6)
        self.begin(answer)
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.proxy.count(0, len(body))

    def answer_file(self, answer):
        self.begin(answer)
        encoding = answer.headers.get("Content-Encoding")
        if encoding:
            self.send_header("Content-Encoding", encoding)
        length = answer.headers.get("Content-Length")
        if length is None and self.command == "GET" and answer.status not in (204, 304):
            body = answer.read(PAGE_LIMIT)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            self.proxy.count(0, len(body))
            return
        self.send_header("Content-Length", length or "0")
        self.end_headers()
        while piece := answer.read(PIECE):
            self.wfile.write(piece)
            self.proxy.count(0, len(piece))

    def begin(self, answer):
        self.answering = True
        self.send_response_only(answer.status, answer.reason)
        for name in ANSWERED:
            if answer.headers.get(name):
                self.send_header(name, answer.headers[name])
