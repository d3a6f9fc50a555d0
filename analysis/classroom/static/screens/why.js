// Why a leader did that: sentences, how likely it was, and what would have turned it. Its bars stand beside it.

/** Draw the reasons of a decision: what would have turned it takes their place when it is asked for. */
export function why(found, tools) {
  const { h, text, snapshot } = tools;
  const world = { lang: snapshot.language };
  return h("section", { key: "why", class: "panel why", "aria-label": text("why.title") },
    h("h2", world, found.title),
    found.flip_state === "done" ? flip(found, h, text, world) : reasons(found, tools, world));
}

function reasons(found, { h, text, act }, world) {
  const ask = h("button", { type: "button", class: "quiet", on: { click: () => act("flip") } }, text("why.ask_flip"));
  return [
    found.numbers ? odds(found, h, text, world) : found.told.map((sentence) => h("p", world, sentence)),
    h("p", { class: "luck", ...world }, found.luck),
    found.flip_state === "working" ? h("p", { class: "note", role: "status" }, text("why.working")) : ask,
  ];
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

function flip({ flip: lines }, h, text, world) {
  return h("div", { class: "flip", role: "status" },
    h("h3", {}, text("why.flip")),
    lines.map((line) => h("p", world, line)));
}
