// The brief: the question of the lesson and what is known. What students learn is not told before they look for it.

/** Draw the brief. */
export function draw(view, { h, text, snapshot }) {
  const world = { lang: snapshot.language };
  return [
    h("p", { class: "big grow", ...world }, view.question),
    h("section", { class: "panel grow" },
      h("h2", {}, text("brief.facts")),
      h("ol", { class: "list", ...world }, view.facts.map((fact) => h("li", {}, fact)))),
  ];
}
