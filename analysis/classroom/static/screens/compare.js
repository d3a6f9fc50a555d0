// Two worlds under one luck, side by side; where they part and why; and ten more lucks, small.

/** Draw a comparison. */
export function draw(view, tools) {
  const { h, snapshot } = tools;
  return [
    h("p", { class: "difference", lang: snapshot.language }, view.difference),
    ...(view.lucks.length > 0 ? [lucks(view, tools)] : [parting(view, tools), pair(view, tools)]),
  ];
}

function pair(view, tools) {
  const { h } = tools;
  return h("div", { key: "pair", class: "pair" }, view.columns.map((column, place) => side(column, place, view, tools)));
}

function side(column, place, view, tools) {
  const { h, picture, snapshot } = tools;
  const world = { lang: snapshot.language };
  return h("section", { class: "world-column", key: `column-${place}`, "aria-label": column.name },
    h("h2", world, column.name),
    h("div", { class: "pictures" },
      picture(column.ladder, "ladder", !view.playing),
      picture(column.chart, "chart", !view.playing)),
    h("p", { class: "panel said" }, said(column, view, tools)));
}

/** What is said of a world: its ending; while all stands still, why it parts from the other; what has just happened. */
function said({ ending, reason, card }, { playing }, { h, text, snapshot }) {
  const world = { lang: snapshot.language };
  if (ending) return [h("strong", {}, text("watch.ending")), " ", h("span", world, ending)];
  if (reason && !playing) return [h("strong", {}, text("compare.why")), " ", h("span", world, reason)];
  return card ? [h("strong", world, card.date), " ", h("span", world, card.text)] : text("watch.nothing_yet");
}

function parting(view, { h, text, snapshot }) {
  if (view.identical) return h("p", { key: "same", class: "parting", role: "status" }, text("compare.identical"));
  const said = view.parting || view.question;
  return said ? h("p", { key: "parting", class: "parting", role: "status", lang: snapshot.language }, said) : null;
}

function lucks(view, { h, picture, snapshot }) {
  return h("div", { key: "lucks", class: "lucks" },
    view.lucks.map((one) =>
      h("section", { "aria-label": one.name },
        h("h2", { lang: snapshot.language }, one.name),
        picture(one.drawing, "small-worlds fit", true))),
    h("p", { class: "big grow", lang: snapshot.language }, view.lucks_told));
}
