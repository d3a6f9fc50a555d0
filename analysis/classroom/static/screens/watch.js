// Watching a world: the ladder, four charts, what has just happened, the waiting, a stop before a decision, reasons.

import { why } from "./why.js";

/** Draw a world as far as it is shown. */
export function draw(view, tools) {
  const { h, text, picture, snapshot } = tools;
  const still = !view.playing;
  return [
    h("h2", { class: "unseen" }, view.title),
    h("div", { class: view.why ? "world has-why" : "world" },
      picture(view.ladder, "ladder fit", still),
      view.why ? why(view.why, tools) : h("div", { class: "charts" }, view.charts.map((one) => picture(one, "chart fit", still))),
      h("div", { class: "below" }, below(view, tools))),
    // Said aloud when the world stands still: week by week it would be a flood.
    h("p", { class: "unseen", role: "status", lang: snapshot.language }, still ? view.key_numbers : ""),
  ];
}

function below(view, tools) {
  const { h, text, snapshot } = tools;
  if (view.stop) return stop(view.stop, tools);
  return [
    view.ending ? ending(view, tools) : card(view.card, tools),
    view.waiting.length > 0
      ? h("section", { key: "waiting", class: "panel waiting" },
          h("h2", {}, text("watch.waiting")),
          h("ul", { class: "plain", lang: snapshot.language }, view.waiting.map((line) => h("li", {}, line))))
      : null,
    view.changed ? h("p", { key: "changed", class: "note changed", lang: snapshot.language }, view.changed) : null,
  ];
}

/** What has just happened. */
export function card(found, { h, text, snapshot }) {
  return h("section", { key: "card", class: "panel card" },
    h("h2", {}, found ? found.date : text("watch.nothing_yet")),
    found ? h("p", { lang: snapshot.language }, found.text) : null);
}

function ending(view, { h, text, snapshot }) {
  return h("section", { key: "ending", class: "panel card ending" },
    h("h2", {}, text("watch.ending")),
    h("p", { lang: snapshot.language }, view.ending));
}

function stop(found, { h, text, snapshot }) {
  return h("section", { key: "stop", class: "panel stop" },
    h("p", { class: "note" }, found.date),
    h("h2", { class: "big", lang: snapshot.language }, found.question),
    h("ul", { class: "chips", lang: snapshot.language }, found.options.map((option) => h("li", {}, option))));
}
