// Watching a world: the ladder, four charts, what has just happened, the waiting, a stop before a decision, reasons.

import { why } from "./why.js";

/** Draw a world as far as it is shown. */
export function draw(view, tools) {
  const { h, picture, snapshot } = tools;
  const still = !view.playing;
  return [
    h("h2", { class: "unseen" }, view.title),
    h("div", { class: "pictures" },
      picture(view.ladder, "ladder", still),
      view.why
        ? picture(view.why.bars, "bars", true)
        : h("div", { key: "charts", class: "charts" }, view.charts.map((one) => picture(one, "chart", still)))),
    h("div", { class: "words grow" }, words(view, tools)),
    // Said aloud when the world stands still: week by week it would be a flood.
    h("p", { class: "unseen", role: "status", lang: snapshot.language }, still ? view.key_numbers : ""),
  ];
}

function words(view, tools) {
  const { h, text, snapshot } = tools;
  const world = { lang: snapshot.language };
  if (view.why) return why(view.why, tools);
  if (view.stop) return [stop(view.stop, tools), waiting(view, tools)];
  return [
    view.ending ? panel("ending", h("h2", {}, text("watch.ending")), view.ending, tools) : card(view.card, tools),
    view.question ? h("p", { key: "question", class: "panel question", ...world }, view.question) : null,
    waiting(view, tools),
    view.changed ? h("p", { key: "changed", class: "note changed", ...world }, view.changed) : null,
  ];
}

function waiting(view, { h, text, snapshot }) {
  if (view.waiting.length === 0) return null;
  return h("section", { key: "waiting", class: "panel waiting" },
    h("h2", {}, text("watch.waiting")),
    h("ul", { class: "plain", lang: snapshot.language }, view.waiting.map((line) => h("li", {}, line))));
}

function card(found, tools) {
  const { h, text, snapshot } = tools;
  const title = found ? h("h2", { lang: snapshot.language }, found.date) : h("h2", {}, text("watch.nothing_yet"));
  return panel("card", title, found?.text, tools);
}

function panel(kind, title, told, { h, snapshot }) {
  return h("section", { key: kind, class: `panel card ${kind}` }, title, told ? h("p", { lang: snapshot.language }, told) : null);
}

function stop(found, { h, snapshot }) {
  return h("section", { key: "stop", class: "panel stop" },
    h("p", { class: "note", lang: snapshot.language }, found.date),
    h("h2", { class: "big", lang: snapshot.language }, found.question),
    h("ul", { class: "chips", lang: snapshot.language }, found.options.map((option) => h("li", {}, option))));
}
