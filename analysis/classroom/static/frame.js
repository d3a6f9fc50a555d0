// What surrounds every screen: heading, footer, what has gone wrong, and the list of keys.

import { h } from "./dom.js";
import { text, has } from "./text.js";
import { keyLabel, switchKeys } from "./keys.js";
import { pressable } from "./controls.js";

/** The heading: the lesson, where in it we are, and when in the world. */
export function heading(tools) {
  const { snapshot, page } = tools;
  const { lesson, view } = snapshot;
  return h("header", { class: "heading", key: "heading" },
    lesson ? h("h1", { lang: snapshot.language }, lesson.title) : h("h1", {}, text("app.title")),
    // How the page follows, if not as it should, stands in the place of the step: there is no room for both.
    page.way === "live" ? where(snapshot) : h("p", { class: "way" }, text(`app.way_${page.way}`)),
    page.way === "elsewhere" ? h("button", { type: "button", on: { click: page.reopen } }, text("app.use_this_tab")) : null,
    view?.week ? when(view, snapshot) : null);
}

function where({ lesson, screen }) {
  if (!lesson) return null;
  const name = { id: `screen.${screen}` };
  return h("p", { class: "where" }, text("app.step", { n: lesson.step + 1, of: lesson.steps.length, name }));
}

function when({ date, week, weeks }, { language }) {
  return h("p", { class: "when" },
    date ? h("span", { lang: language }, date) : null, " ", h("strong", {}, text("watch.week", { n: week, of: weeks })));
}

/** The footer: that this is a model, on every screen, and where things are pressed what it leaves out. */
export function footer({ snapshot, change }) {
  const open = { type: "button", class: "as-link", "aria-haspopup": "dialog", on: { click: () => change({ outside: true }) } };
  return h("footer", { class: "foot", key: "footer" },
    h("span", {}, text("app.footer")),
    snapshot.lesson && snapshot.controls ? [" ", h("button", open, text("app.leaves_out"))] : null);
}

/** What the model knows nothing of, over the page. */
export function outside({ snapshot, change }) {
  const close = () => change({ outside: false });
  return h("dialog", { key: "outside", class: "help panel", "aria-labelledby": "outside-title", on: { cancel: close } },
    h("h2", { id: "outside-title" }, text("app.leaves_out_title")),
    h("ul", { class: "list", lang: snapshot.language }, snapshot.lesson.leaves_out.map((one) => h("li", {}, one))),
    h("button", { type: "button", class: "primary", on: { click: close } }, text("app.close")));
}

/** What has gone wrong, or waits; over the page, so that nothing moves away under the hand. All of it can be closed. */
export function banners({ snapshot, page, change }) {
  const alert = snapshot.alert ? text(snapshot.alert) : "";
  const said = [];
  if (alert && alert !== page.closed) said.push(alert);
  if (page.kept > 0) said.push(text("app.kept", { n: page.kept }));
  if (page.refused) said.push(refusal(page.refused));
  const close = { type: "button", on: { click: () => change({ refused: null, closed: alert }) } };
  return h("div", { key: "banners", role: "alert", class: said.length > 0 ? "banners" : "banners is-empty" },
    said.map((one) => h("p", {}, one)),
    said.length > 0 ? h("button", close, text("app.close")) : null);
}

function refusal({ message, values = {}, text: told, status }) {
  return message && has(message) ? text(message, values) : told ?? text("app.refused", { status: String(status) });
}

const PAGE_KEYS = [["m", "keys.more"], ["f", "keys.full"], ["h", "keys.bare"], ["?", "keys.help"], ["Escape", "keys.close"]];

/** The list of keys, and the switch that turns them off. */
export function help({ snapshot, page, change }) {
  const named = pressable(snapshot).filter((one) => one.shortcut).map((one) => [one.shortcut, text(one.label)]);
  const rows = [...named, ...PAGE_KEYS.map(([key, id]) => [key, text(id)])];
  const flip = (event) => {
    switchKeys(event.target.checked);
    change({ keys: event.target.checked });
  };
  const close = () => change({ help: false });
  return h("dialog", { key: "help", class: "help panel", "aria-labelledby": "help-title", on: { cancel: close } },
    h("h2", { id: "help-title" }, text("keys.title")),
    h("dl", {}, rows.map(([key, what]) => h("div", {}, h("dt", {}, h("kbd", {}, keyLabel(key))), h("dd", {}, what)))),
    h("label", { class: "switch" }, h("input", { type: "checkbox", checked: page.keys, on: { change: flip } }), text("keys.on")),
    h("button", { type: "button", class: "primary", on: { click: close } }, text("app.close")));
}
