// The start: which picture goes where, which lesson, what was going on before, and which files do not check.

import { papers } from "./ticket.js";

const SURFACES = ["mirrored", "second"];

/** Draw the start. */
export function draw(view, tools) {
  const { h, text, page, snapshot } = tools;
  const chosen = page.surface ?? "mirrored";
  const first = view.lessons.find((one) => one.id === view.first) ?? view.lessons[0];
  const others = view.lessons.filter((one) => one !== first);
  return [
    view.resume ? resume(view.resume, tools) : null,
    h("fieldset", { key: "surface", class: "panel surfaces" },
      h("legend", {}, text("start.surface")),
      SURFACES.map((one) => surface(one, one === chosen, tools))),
    first
      ? h("section", { key: "first", class: "panel first" },
          h("h2", { lang: snapshot.language }, first.title),
          lessonLine(first, tools),
          h("p", { class: "beginning" },
            begin(first, chosen, { class: "primary" }, text("start.begin"), tools),
            runSheet(first, tools)))
      : null,
    others.length > 0
      ? h("section", { key: "others", class: "others" },
          h("h2", {}, text("start.others")),
          h("ul", { class: "cards" }, others.map((one) => h("li", {}, begin(one, chosen, { class: "lesson", lang: snapshot.language }, one.title, tools)))))
      : null,
    view.papers?.length > 0 ? papers(view.papers, tools) : null,
    view.broken.length > 0 ? broken(view.broken, tools) : null,
  ];
}

function surface(name, chosen, { h, text, change }) {
  return h("label", { class: "choice" },
    h("input", { type: "radio", name: "surface", value: name, checked: chosen, on: { change: () => change({ surface: name }) } }),
    h("span", {}, h("strong", {}, text(`start.${name}`)), h("span", { class: "note" }, text(`start.${name}_means`))));
}

function lessonLine(lesson, { h, text, snapshot }) {
  return h("p", {}, text("start.minutes", { n: lesson.minutes }), lesson.question ? [" · ", h("span", { lang: snapshot.language }, lesson.question)] : "");
}

function begin(lesson, chosen, look, label, { h, act, go, snapshot }) {
  const open = () => {
    act("open", { lesson: lesson.id, surface: chosen });
    // Whoever begins with a second screen sits at the desk; the wall is opened from there.
    if (chosen === "second" && snapshot.surface === "wall") go("/desk");
  };
  return h("button", { type: "button", ...look, on: { click: open } }, label);
}

/** A link to the page that the teacher prints before the lesson. */
function runSheet(lesson, { h, text }) {
  return h("a", { href: lesson.run_sheet, target: "_blank", rel: "noopener" }, text("start.run_sheet"));
}

function resume(found, { h, text, act }) {
  return h("section", { key: "resume", class: "panel resume" },
    h("h2", {}, text("start.resume")),
    h("p", {}, text("start.resume_what", found)),
    h("button", { type: "button", on: { click: () => act("resume", {}) } }, text("start.resume_do")));
}

function broken(files, { h, text }) {
  return h("section", { key: "broken", class: "panel broken" },
    h("h2", {}, text("start.broken", { n: files.length })),
    h("ul", { class: "plain" }, files.map((file) =>
      h("li", {}, h("strong", { lang: "zxx" }, file.name), h("pre", {}, file.message)))),
    h("p", { class: "note" }, text("start.broken_do")));
}
