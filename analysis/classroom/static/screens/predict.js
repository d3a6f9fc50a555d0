// A forecast: hands typed in five groups, talk, hands again, worlds one by one, then all of them, then scores.

/** Draw a forecast as far as it may be seen. */
export function draw(view, tools) {
  const { h, picture, snapshot } = tools;
  const early = view.worlds === null && view.scores.length === 0;
  return [
    view.scores.length > 0
      ? h("h2", { key: "question", class: "unseen" }, view.question)
      : h("h2", { key: "question", class: early ? "big grow" : "", lang: snapshot.language }, view.question),
    early ? told(view, tools) : null,
    view.asking ? form(view, tools) : null,
    picture(view.plot, "hands", true),
    view.worlds ? worlds(view, tools) : null,
    view.scores.length > 0 ? scores(view, tools) : null,
  ];
}

/** What to do now; how far counting is stands beside it and is not read aloud with every world. */
function told(view, { h, text }) {
  const waiting = view.worker.told;
  return h("div", { key: "told" },
    h("div", { class: "lead grow", role: "status" }, view.told.map((one) => h("p", {}, text(one)))),
    waiting ? h("p", { class: "note" }, text(waiting)) : null);
}

const KEPT = "climbdown.hands";

/** What was typed and not sent before the page was loaded anew; nothing where that is not the form of this name. */
function typedBefore(name, length) {
  try {
    const found = JSON.parse(sessionStorage.getItem(KEPT));
    const fits = found?.name === name && Array.isArray(found.values) && found.values.length === length;
    return fits ? found.values.map(String) : null;
  } catch {
    return null;
  }
}

function keepTyped(hands) {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(hands));
  } catch {
    // Without storage it lives as long as the page.
  }
  return hands;
}

/** What is typed stays with this page until it is sent: neither a snapshot nor a reload takes it away. */
function form(view, { h, text, page, change, act, snapshot }) {
  const name = `${snapshot.session} ${snapshot.lesson?.step} ${view.asking}`;
  const before = page.hands?.name === name ? page.hands.values : typedBefore(name, view.bins.length);
  const kept = before ?? view.bins.map((_, place) => view.typed[place] ?? "");
  const type = (place) => (event) => change({ hands: keepTyped({ name, values: kept.with(place, event.target.value) }) });
  const send = (event) => {
    event.preventDefault();
    act("hands", { round: view.asking, counts: kept.map(Number) });
    keepTyped(null);
  };
  const field = (bin, place) => h("label", {},
    h("span", {}, text(bin)),
    h("input", { type: "number", min: 0, max: 500, step: 1, inputmode: "numeric", placeholder: "0", value: kept[place], "aria-label": text("predict.hand_of", { bin: text(bin) }), on: { input: type(place) } }));
  return h("form", { key: `form ${view.asking}`, class: "panel hands-form grow", on: { submit: send } },
    h("fieldset", {},
      h("legend", {}, text("predict.bins")),
      h("div", { class: "fields" }, view.bins.map(field), h("button", { class: "primary" }, text("predict.keep")))));
}

function worlds(view, { h, text, picture }) {
  return h("div", { key: "worlds", class: "beside" },
    picture(view.worlds, "worlds", true),
    h("div", { class: "said grow", role: "status" },
      view.share ? h("p", { class: "share" }, text(view.share)) : null,
      view.told.map((one) => h("p", {}, text(one))),
      view.answer ? h("section", { class: "panel" }, h("h3", {}, text("predict.answer")), h("p", {}, text(view.answer))) : null));
}

function scores(view, { h, text }) {
  return h("div", { key: "scores", class: "scores grow" }, view.scores.map((one) =>
    h("section", { class: "panel" }, h("h3", {}, text(`predict.${one.kind}`)), one.told.map((said) => h("p", {}, text(said))))));
}
