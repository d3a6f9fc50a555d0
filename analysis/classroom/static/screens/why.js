// Why a leader did that: sentences, how likely it was, and what would have turned it. Its bars stand beside it.

/** Draw the reasons of a decision. */
export function why(found, { h, text, act, snapshot }) {
  const world = { lang: snapshot.language };
  return h("section", { key: "why", class: "panel why", "aria-label": text("why.title") },
    h("h2", world, found.title),
    found.numbers ? odds(found, h, text, world) : found.told.map((sentence) => h("p", world, sentence)),
    h("p", { class: "luck", ...world }, found.luck),
    flip(found, h, text, act, world));
}

function odds({ options }, h, text, world) {
  return h("table", { class: "odds" },
    h("thead", {}, h("tr", {}, ["why.option", "why.value", "why.chance"].map((id) => h("th", { scope: "col" }, text(id))))),
    h("tbody", world, options.map((one) =>
      h("tr", { class: one.chosen ? "is-chosen" : null },
        h("th", { scope: "row" }, one.chosen ? `● ${one.name}` : one.name),
        h("td", {}, one.value),
        h("td", {}, one.chance)))));
}

function flip(found, h, text, act, world) {
  if (found.flip_state === "none") {
    return h("button", { type: "button", class: "quiet", on: { click: () => act("flip") } }, text("why.ask_flip"));
  }
  if (found.flip_state === "working") return h("p", { class: "note", role: "status" }, text("why.working"));
  return h("div", { class: "flip", role: "status" },
    h("h3", {}, text("why.flip")),
    found.flip.map((line) => h("p", world, line)));
}
