// A drawing of the server in the page: its picture, its sentence, and its numbers for whoever cannot see it.

import { h, figure } from "./dom.js";

/** A drawing with what it shows in words; `numbers` adds its table, hidden from sight. */
export function picture(drawing, kind = "", numbers = false) {
  if (!drawing) return null;
  return h("figure", { key: kind, class: `picture ${kind}` },
    h("div", { class: "drawn", role: "img", "aria-label": drawing.text }, figure(drawing)),
    numbers && drawing.rows.length > 0 ? table(drawing) : null);
}

function table({ text, columns, rows }) {
  return h("table", { class: "unseen" },
    h("caption", {}, text),
    h("thead", {}, h("tr", {}, columns.map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell) => h("td", {}, cell))))));
}
