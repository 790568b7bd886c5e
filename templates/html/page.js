
(function () {
  "use strict";
  const root = document.documentElement;
  root.classList.add("scripted");

  document.addEventListener("DOMContentLoaded", function () {
    turnable();
    const table = document.querySelector(".matrix");
    if (table) {
      const packages = Array.from(table.querySelectorAll(".package"));
      filterable(packages);
      openable(table, packages);
    }
  });

  /* The other scheme than the one that is shown. */
  function turnable() {
    document.getElementById("theme").addEventListener("click", function () {
      const shown = root.dataset.theme ||
        (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
      root.dataset.theme = shown === "dark" ? "light" : "dark";
    });
  }

  function filterable(packages) {
    const buttons = Array.from(document.querySelectorAll("[data-filter]"));
    const search = document.getElementById("search");
    const shown = document.getElementById("shown");
    let filter = "";

    function apply() {
      const wanted = search.value.trim().toLowerCase();
      let number = 0;
      packages.forEach(function (each) {
        const fits = (filter === "" || each.hasAttribute("data-" + filter)) &&
          each.dataset.name.includes(wanted);
        each.classList.toggle("left-out", !fits);
        number += fits ? 1 : 0;
      });
      buttons.forEach(function (button) {
        button.setAttribute("aria-pressed", String(button.dataset.filter === filter));
      });
      shown.textContent = number + " of " + packages.length + " shown";
      document.dispatchEvent(new Event("filtered"));
    }

    function show(name) {
      filter = name;
      apply();
    }

    buttons.forEach(function (button) {
      button.addEventListener("click", function () { show(button.dataset.filter); });
    });
    search.addEventListener("input", apply);
    search.addEventListener("keydown", function (event) {
      if (event.key === "Escape") {
        search.value = "";
        apply();
        search.blur();
      }
    });
    document.addEventListener("keydown", function (event) {
      const typing = event.target instanceof HTMLInputElement;
      if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        search.focus();
        search.select();
      }
    });
    /* A link to a package that is left out shows all of them again. */
    document.addEventListener("wanted", function (event) {
      if (event.target.classList.contains("left-out")) {
        search.value = "";
        show("");
      }
    });
    apply();
  }

  /* Each cell becomes a button that opens the reasons below its row. The buttons are one stop of
     the tabulator; the arrow keys go from one to the next. */
  function openable(table, packages) {
    const labels = Array.from(table.querySelectorAll("[data-label]"))
      .map(function (each) { return each.dataset.label; });

    packages.forEach(function (each, number) {
      const pane = each.querySelector(".pane");
      pane.id = "why-" + number;
      Array.from(each.rows[0].cells).slice(1).forEach(function (cell, column) {
        if (!("group" in cell.dataset)) {
          return;
        }
        const button = document.createElement("button");
        button.type = "button";
        button.tabIndex = -1;
        button.append(...cell.childNodes);
        button.setAttribute("aria-expanded", "false");
        button.setAttribute("aria-controls", pane.id);
        button.setAttribute("aria-label",
          each.dataset.name + " on " + labels[column] + ": " + button.lastChild.textContent.trim());
        button.addEventListener("click", function () { toggle(each, button); });
        cell.append(button);
      });
    });

    function toggle(each, button) {
      const opens = button.getAttribute("aria-expanded") === "false";
      each.querySelectorAll("button").forEach(function (other) {
        other.setAttribute("aria-expanded", String(opens && other === button));
      });
      each.classList.toggle("open", opens);
      const group = button.parentElement.dataset.group;
      each.querySelectorAll(".group").forEach(function (other) {
        other.classList.toggle("current", opens && other.dataset.group === group);
      });
    }

    function cells() {
      return packages
        .filter(function (each) { return !each.classList.contains("left-out"); })
        .map(function (each) { return Array.from(each.querySelectorAll("td > button")); })
        .filter(function (row) { return row.length > 0; });
    }

    function reachable(button) {
      table.querySelectorAll('button[tabindex="0"]').forEach(function (other) {
        other.tabIndex = -1;
      });
      button.tabIndex = 0;
    }

    /* Whatever is left out, there is one to begin with. */
    function begin() {
      const rows = cells();
      const current = table.querySelector('button[tabindex="0"]');
      if (rows.length > 0 && !rows.flat().includes(current)) {
        reachable(rows[0][0]);
      }
    }

    table.addEventListener("focusin", function (event) {
      if (event.target.matches("td > button")) {
        reachable(event.target);
      }
    });
    table.addEventListener("keydown", function (event) {
      if (!event.target.matches("td > button")) {
        return;
      }
      if (event.key === "Escape") {
        const each = event.target.closest(".package");
        if (each.classList.contains("open")) {
          toggle(each, each.querySelector('[aria-expanded="true"]') || event.target);
        }
        return;
      }
      const rows = cells();
      const row = rows.findIndex(function (each) { return each.includes(event.target); });
      const column = rows[row].indexOf(event.target);
      const steps = {
        ArrowUp: [row - 1, column],
        ArrowDown: [row + 1, column],
        ArrowLeft: [row, column - 1],
        ArrowRight: [row, column + 1],
        Home: [row, 0],
        End: [row, rows[row].length - 1]
      };
      const step = steps[event.key];
      const next = step && rows[step[0]] && rows[step[0]][step[1]];
      if (step) {
        event.preventDefault();
      }
      if (next) {
        next.focus();
      }
    });
    document.addEventListener("filtered", begin);
    begin();

    /* A link to a package opens it. */
    function follow() {
      const each = packages.find(function (one) {
        return one.id === decodeURIComponent(location.hash.slice(1));
      });
      if (!each) {
        return;
      }
      each.dispatchEvent(new Event("wanted", { bubbles: true }));
      const worst = each.querySelector(
        ".unusable > button, .unknown > button, .source-build > button") ||
        each.querySelector("td > button");
      if (worst) {
        if (worst.getAttribute("aria-expanded") === "false") {
          toggle(each, worst);
        }
        worst.focus({ preventScroll: true });
      }
      each.scrollIntoView({ block: "center" });
    }
    window.addEventListener("hashchange", follow);
    table.ownerDocument.querySelectorAll('a[href^="#package-"]').forEach(function (link) {
      link.addEventListener("click", function () {
        if (location.hash === link.getAttribute("href")) {
          follow();
        }
      });
    });
    follow();
  }
})();
