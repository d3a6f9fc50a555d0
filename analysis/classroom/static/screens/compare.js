// Two worlds under one luck, side by side; where they part and why; and ten more lucks, small.

import { card } from "./watch.js";

/** Draw a comparison. */
export function draw(view, tools) {
  const { h, text, snapshot } = tools;
  return [
    h("p", { class: "difference", lang: snapshot.language }, view.difference),
    view.lucks.length > 0 ? lucks(view, tools) : pair(view, tools),
    parting(view, tools),
  ];
}

function pair(view, tools) {
  const { h } = tools;
  return h("div", { key: "pair", class: "pair" }, view.columns.map((column, place) => side(column, place, view, tools)));
}

function side(column, place, view, tools) {
  const { h, text, picture, snapshot } = tools;
  const world = { lang: snapshot.language };
  return h("section", { class: "world-column", key: `column-${place}`, "aria-label": column.name },
    h("h2", world, column.name),
    h("div", { class: "pictures" },
      picture(column.ladder, "ladder", !view.playing),
      picture(column.chart, "chart", !view.playing)),
    column.ending
      ? h("div", { class: "panel card ending" }, h("p", world, h("strong", {}, text("watch.ending")), " ", column.ending))
      : column.card
        ? h("div", { class: "panel card" }, h("p", world, h("strong", {}, column.card.date), " ", column.card.text))
        : h("div", { class: "panel card" }, h("p", {}, text("watch.nothing_yet"))));
}

function parting(view, { h, text, snapshot }) {
  const reasons = view.columns.filter((column) => column.reason);
  if (view.identical) return h("p", { key: "same", class: "panel parting", role: "status" }, text("compare.identical"));
  if (!view.parting) return null;
  return h("section", { key: "parting", class: "panel parting", role: "status", lang: snapshot.language },
    h("h2", {}, view.parting),
    reasons.map((column) => h("p", {}, h("strong", {}, `${column.name}: `), column.reason)));
}

function lucks(view, { h, picture, snapshot }) {
  return h("div", { key: "lucks", class: "lucks" },
    view.lucks.map((one) =>
      h("section", { "aria-label": one.name },
        h("h2", { lang: snapshot.language }, one.name),
        picture(one.drawing, "small-worlds fit", true))),
    h("p", { class: "big", lang: snapshot.language }, view.lucks_told));
}
