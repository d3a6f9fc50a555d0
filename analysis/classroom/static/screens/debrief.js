// The debrief: its four steps, and of the one at hand cards of data, the theory, or what the model leaves out; notes.

/** Draw a step of the debrief. */
export function draw(view, tools) {
  const { h, text } = tools;
  const prompt = h(view.card ? "p" : "h2", { key: "prompt", class: view.card ? "lead" : "big grow" }, text(view.prompt));
  return [
    h("ol", { key: "steps", class: "debrief-steps" }, view.steps.map(({ name, minutes, now }) =>
      h("li", { "aria-current": now ? "step" : null }, h("strong", {}, text(name)), " ", h("span", { class: "note" }, text("debrief.minutes", { n: minutes }))))),
    prompt,
    middle(view, tools),
    view.notes ? notes(view.notes, tools) : null,
  ];
}

function middle(view, tools) {
  const { h, text, snapshot } = tools;
  const world = { lang: snapshot.language };
  if (view.step === "feel") return h("p", { key: "question", class: "lead grow", ...world }, view.question);
  if (view.step === "why") return h("section", { key: "why", class: "panel grow" }, h("h3", {}, text("debrief.theory")), h("p", world, view.theory));
  if (view.step === "so_what") {
    return h("section", { key: "so_what", class: "panel grow" }, h("h3", {}, text("debrief.leaves_out")), h("ul", { class: "list", ...world }, view.leaves_out.map((one) => h("li", {}, one))));
  }
  return view.card ? dataCard(view.card, tools) : h("p", { key: "nothing", class: "lead" }, text("debrief.nothing_yet"));
}

function dataCard(card, { h, text, picture, snapshot }) {
  const world = { lang: snapshot.language };
  return h("div", { key: `card ${card.kind}`, class: "beside" },
    picture(card.drawing, "data", true),
    h("section", { class: "panel said grow" },
      h("h2", {}, text(card.title)),
      h("div", world, card.told.map((one) => h("p", {}, one))),
      h("p", { class: "note" }, text(card.rule))),
    card.whys.length > 0 ? h("div", { class: "whys", ...world }, card.whys.map((one) => h("p", {}, one))) : null);
}

/** What is typed stays with this page until it is sent. */
function notes(list, { h, text, page, change, act }) {
  const send = (event) => {
    event.preventDefault();
    if (!page.note?.trim()) return;
    act("note", { text: page.note });
    event.target.querySelector("input").value = ""; // a field that has the focus is left alone by what is drawn
    change({ note: "" });
  };
  return h("form", { key: "notes", class: "note-form", on: { submit: send } },
    h("input", { key: "note", type: "text", maxlength: 500, "aria-label": text("debrief.note"), placeholder: text("debrief.note"), value: page.note ?? "", on: { input: (event) => change({ note: event.target.value }) } }),
    h("button", { key: "keep" }, text("debrief.keep")),
    list.length > 0 ? h("details", { key: "list" }, h("summary", {}, text("debrief.kept", { n: list.length })), h("ul", { class: "list" }, list.map((one) => h("li", {}, one)))) : null);
}
