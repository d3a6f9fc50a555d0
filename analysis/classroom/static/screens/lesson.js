// The lesson beside the screen, for the desk alone: what to say, now and next, minutes left, what to drop.

/** Draw the lesson for the teacher. */
export function desk(lesson, tools) {
  const { h, text, button, snapshot } = tools;
  const onward = [...(snapshot.view.controls ?? []), ...(snapshot.view.more ?? [])].find((one) => one.act === "go");
  const step = lesson.steps[lesson.step];
  const next = lesson.steps[lesson.step + 1];
  return h("aside", { key: "lesson", class: "lesson", "aria-label": text("lesson.title") },
    h("section", { class: lesson.late ? "clock is-late" : "clock" },
      h("p", { class: "until" }, until(lesson, text)),
      h("p", {}, text("lesson.minute", { n: lesson.minute, left: lesson.left })),
      h("p", { class: "buttons" }, lesson.clock.map((one, place) => button(one, tools, "", `clock-${place}`)))),
    lesson.say ? h("blockquote", { class: "say" }, h("h2", {}, text("lesson.say")), h("p", { lang: snapshot.language }, lesson.say)) : null,
    h("section", { class: "plan" },
      h("p", {}, h("strong", {}, text("lesson.now")), ` ${named(step, text)}`),
      next ? h("p", {}, h("strong", {}, text("lesson.next")), ` ${named(next, text)}`) : null,
      onward ? button(onward, tools, "onward", "onward") : null,
      h("details", { class: "all" }, h("summary", {}, text("lesson.all")), steps(lesson, tools))),
    lesson.drop.length > 0 ? drops(lesson, tools) : null,
    h("p", { class: "note" }, h("a", { href: "/wall", target: "wall", rel: "noopener" }, text("lesson.open_wall"))));
}

function until({ until_debrief, late }, text) {
  if (until_debrief <= 0) return text("lesson.debrief_now");
  return text(late ? "lesson.until_late" : "lesson.until", { n: until_debrief });
}

function named(step, text) {
  if (!step) return "";
  return text("lesson.step", { name: { id: `screen.${step.screen}` }, n: step.minutes });
}

function steps(lesson, { h, text, act }) {
  return h("ol", { class: "steps" }, lesson.steps.map((step, place) =>
    h("li", {}, h("button", {
      type: "button",
      "aria-current": place === lesson.step ? "step" : null,
      class: step.dropped ? "is-dropped" : null,
      on: { click: () => act("go", { step: place }) },
    }, named(step, text)))));
}

function drops(lesson, { h, text, act }) {
  return h("section", { class: "drops", role: "status" },
    h("h2", {}, text("lesson.drop")),
    lesson.drop.map((place) => {
      const { screen, minutes } = lesson.steps[place];
      const told = text("lesson.drop_step", { name: { id: `screen.${screen}` }, n: minutes });
      return h("button", { type: "button", on: { click: () => act("drop", { step: place }) } }, told);
    }));
}
