// The exit ticket: its questions, to be answered on paper, and the papers to print.

/** Draw the exit ticket. */
export function draw(view, { h, text, snapshot }) {
  return [
    h("h2", { class: "big" }, text("ticket.title")),
    h("ol", { class: "panel list tall grow", lang: snapshot.language }, view.questions.map((question) => h("li", {}, question))),
    view.papers.length > 0 ? papers(view.papers, { h, text }) : null,
  ];
}

/** What can be printed or taken home. */
export function papers(list, { h, text }) {
  return h("section", { key: "papers", class: "papers" },
    h("h2", {}, text("ticket.papers")),
    h("ul", { class: "chips" }, list.map((paper) =>
      h("li", {}, h("a", { href: paper.address, target: "_blank", rel: "noopener" }, text(paper.label))))));
}
