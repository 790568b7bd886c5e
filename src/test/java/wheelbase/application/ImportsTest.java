package wheelbase.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportsTest {
  private static final String SOURCE =
      """
      import os, falcon
      import falcon.asgi
      import aiohttp.web as w
      from aiohttp import web
      from flask import (
          Flask as F,  # the framework
          jsonify,
      )
      from .factory import make as create
      from bottle import *
      # from sanic import Sanic
      text = "from quart import Quart"

      def later():
          from litestar import Litestar
      """;

  @ParameterizedTest
  @CsvSource({
    "falcon.App, falcon.App",
    "falcon.asgi.App, falcon.asgi.App",
    "w.Application, aiohttp.web.Application",
    "web.Application, aiohttp.web.Application",
    "F, flask.Flask",
    "jsonify, flask.jsonify",
    "create, .factory.make",
    "Litestar, litestar.Litestar",
    "Flask,",
    "Sanic,",
    "Quart,",
    "Bottle,",
  })
  void aNameMeansWhatTheImportsSay(String name, String meaning) {
    assertThat(Imports.of(PythonSource.of("main.py", SOURCE)).meaning(name).orElse(null))
        .isEqualTo(meaning);
  }

  @Test
  void aPackageIsUsedByItsWholeName() {
    Imports imports = Imports.of(PythonSource.of("main.py", "from gradio_client import Client\n"));
    assertThat(imports.use(Framework.GRADIO)).isFalse();
    assertThat(
            Imports.of(PythonSource.of("main.py", "import gradio as gr\n")).use(Framework.GRADIO))
        .isTrue();
  }
}
