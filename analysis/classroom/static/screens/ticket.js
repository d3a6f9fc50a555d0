// The exit ticket: its questions, to be answered on paper, and the papers to print.

/** Draw the exit ticket. */
export function draw(view, { h, text, snapshot }) {
  return [
    h("h2", { class: "big" }, text("ticket.title")),
    h("ol", { class: "panel list tall", lang: snapshot.language }, view.questions.map((question) => h("li", {}, question))),
    view.papers.length > 0
      ? h("section", { class: "papers" },
          h("h2", {}, text("ticket.papers")),
          h("ul", { class: "chips" }, view.papers.map((paper) =>
            h("li", {}, h("a", { href: paper.address, target: "_blank", rel: "noopener" }, text(paper.label))))))
      : null,
  ];
}
