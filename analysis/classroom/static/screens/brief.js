// The brief: the question of the lesson, what is known, and what students can do afterwards.

/** Draw the brief. */
export function draw(view, { h, text, snapshot }) {
  const world = { lang: snapshot.language };
  return [
    h("p", { class: "big", ...world }, view.question),
    h("div", { class: "columns" },
      h("section", { class: "panel" },
        h("h2", {}, text("brief.facts")),
        h("ol", { class: "list", ...world }, view.facts.map((fact) => h("li", {}, fact)))),
      h("section", { class: "panel" },
        h("h2", {}, text("brief.goals")),
        h("ul", { class: "list", ...world }, view.goals.map((goal) => h("li", {}, goal))))),
  ];
}
