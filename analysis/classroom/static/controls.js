// What can be pressed: the bar of buttons, the drawer with the rest, and the sliders.

import { h } from "./dom.js";
import { text } from "./text.js";
import { keyLabel } from "./keys.js";

const DOUBLE_CLICK = 350; // milliseconds; the second click of a double click means nothing more
let last = { at: -Infinity, what: "" };

/** Send what a control says, but not twice for a double click, also where the first has turned it into its opposite. */
export function once(control, act, from = "") {
  const now = performance.now();
  if (from !== "" && from === last.what && now - last.at < DOUBLE_CLICK) return;
  last = { at: now, what: from };
  act(control.act, control.what);
}

/** A button from a control; `at` is its place, so that a double click is known as one. */
export function button(control, { act }, kind = "", at = "") {
  const { label, shortcut, pressed, enabled } = control;
  const attributes = {
    type: "button",
    key: at,
    class: kind,
    disabled: !enabled,
    "aria-pressed": pressed === null || pressed === undefined ? null : String(pressed),
    "aria-keyshortcuts": shortcut ? shortcut : null,
    on: { click: () => once(control, act, at || control.act) },
  };
  const key = shortcut && kind === "rare" ? h("kbd", { "aria-hidden": "true" }, keyLabel(shortcut)) : null;
  return h("button", attributes, h("span", {}, text(label)), key);
}

/** All that can be pressed on a page, wherever it is drawn. */
export const pressable = ({ view, lesson }) => [...(view?.controls ?? []), ...(view?.more ?? []), ...(lesson?.clock ?? [])];

/** Whether there is anything for the drawer. */
export const hasMore = (view) => (view?.more?.length ?? 0) + (view?.sliders?.length ?? 0) > 0;

/** The few buttons that are always there; the first is the one to press next. */
export function controlBar(view, tools) {
  const { page, change } = tools;
  const open = { "aria-expanded": String(page.more), "aria-controls": "drawer", on: { click: () => change({ more: !page.more }) } };
  return h("nav", { key: "controls", class: "controls", "aria-label": text("app.controls") },
    (view?.controls ?? []).map((one, place) => button(one, tools, place === 0 ? "primary" : "", `control-${place}`)),
    hasMore(view) ? h("button", { type: "button", key: "more", class: "more", ...open }, h("span", {}, text("app.more"))) : null);
}

const OF_THE_WORLD = ["again", "file", "luck"];

/** The drawer: what changes the world, and all that is done rarely; under two tabs where there are sliders. */
export function drawer(view, tools) {
  const { page, change } = tools;
  const tabs = (view.sliders ?? []).length > 0;
  const first = tabs && page.tab !== "rest";
  const shown = (view.more ?? []).filter((one) => !tabs || OF_THE_WORLD.includes(one.act) === first);
  const tab = (name) => {
    const pressed = String((name === "world") === first);
    return h("button", { type: "button", "aria-pressed": pressed, on: { click: () => change({ tab: name }) } }, text(`app.tab_${name}`));
  };
  return h("aside", { key: "drawer", id: "drawer", class: "drawer", "aria-label": text("app.more") },
    tabs ? h("div", { key: "tabs", class: "tabs" }, tab("world"), tab("rest")) : null,
    first ? sliders(view, tools) : null,
    h("div", { key: "rest", class: "rest" },
      shown.map((one) => button(one, tools, "rare", `${one.act} ${JSON.stringify(one.what)}`)),
      first ? null : help(change)));
}

function help(change) {
  const open = { type: "button", key: "keys", on: { click: () => change({ help: true }) } };
  return h("button", open, h("span", {}, text("keys.title")), h("kbd", { "aria-hidden": "true" }, "?"));
}

function sliders(view, tools) {
  const world = tools.snapshot.screen === "compare" ? "other" : "this";
  return h("div", { key: "sliders", class: "sliders" }, view.sliders.map((one) =>
    one.choices.length > 0 ? choice(one, world, tools) : range(one, world, tools)));
}

function range(slider, world, tools) {
  const { id, label, value, low, high, step, at_low, at_high } = slider;
  const send = (event) => tools.act("set", { slider: id, value: Number(event.target.value), world });
  // While it is dragged its number goes along; what it means is asked when it is let go.
  const along = (event) => {
    for (const other of event.target.closest(".slider").querySelectorAll("input")) other.value = event.target.value;
  };
  const bounds = { min: low, max: high, step, value, on: { change: send, input: along } };
  return h("div", { key: id, class: "slider", role: "group", "aria-label": label },
    h("span", { class: "name", lang: tools.snapshot.language }, label),
    h("span", { class: "number" },
      h("input", { type: "number", "aria-label": text("app.number_of", { name: label }), ...bounds }),
      reset(slider, world, tools)),
    h("input", { type: "range", "aria-label": label, ...bounds }),
    h("div", { class: "ends", lang: tools.snapshot.language }, h("span", {}, at_low), h("span", {}, at_high)));
}

function choice(slider, world, tools) {
  const { id, label, value, choices } = slider;
  const send = (event) => tools.act("set", { slider: id, value: event.target.value, world });
  const options = choices.map((name) => h("option", { value: name }, name));
  return h("div", { key: id, class: "slider", role: "group", "aria-label": label },
    h("span", { class: "name", lang: tools.snapshot.language }, label),
    h("span", { class: "number" },
      h("select", { "aria-label": label, lang: tools.snapshot.language, value, on: { change: send } }, options),
      reset(slider, world, tools)));
}

function reset({ id, label, value, file_value }, world, tools) {
  const send = () => tools.act("set", { slider: id, value: file_value, world });
  const told = text("app.reset_one", { name: label });
  const attributes = { type: "button", class: "reset", disabled: value === file_value, "aria-label": told, on: { click: send } };
  return h("button", attributes, "↺");
}
