from .crawl import crawl

crawl()
