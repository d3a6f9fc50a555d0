// Draws the figures that a reader reaches, once the page itself is there; where that fails, the still ones stay.
const phone = window.matchMedia("(max-width: 480px)");
const figures = [...document.querySelectorAll("figure[data-drawing]")];
// How far below the screen a figure is drawn already, so that it is there when it is reached.
const AHEAD = "400px 0px";
// "ast" reads expressions without compiling text to code, which the page's own rules forbid.
const options = { mode: "vega-lite", renderer: "svg", actions: false, ast: true };
const views = new Map();
const turns = new Map();
let vega = null;

// Vega is text until the first figure is drawn.
function library() {
  vega ??= new Promise((done) => {
    window.addEventListener("vega", () => done(window.vegaEmbed), { once: true });
    const script = document.createElement("script");
    script.type = "module";
    script.textContent = `${document.getElementById("vega").textContent}\nwindow.dispatchEvent(new Event("vega"));`;
    document.head.append(script);
  });
  return vega;
}

async function draw(figure) {
  const embed = await library();
  const room = phone.matches ? "narrow" : "wide";
  if (figure.dataset.room === room) return;
  const { datasets, ...rooms } = JSON.parse(document.getElementById(figure.dataset.drawing).textContent);
  views.get(figure)?.finalize();
  views.set(figure, await embed(figure.querySelector(".live"), { ...rooms[room], datasets }, options));
  // Vega calls marks pictures even where they have no name that could be read out.
  for (const nameless of figure.querySelectorAll('.live [role="graphics-symbol"]:not([aria-label])')) {
    for (const name of ["role", "aria-roledescription"]) nameless.removeAttribute(name);
  }
  figure.dataset.room = room;
  figure.classList.add("is-live");
}

// One drawing of a figure at a time: a telephone may be turned while it goes on.
function drawInTurn(figure) {
  const before = turns.get(figure) ?? Promise.resolve();
  turns.set(figure, before.then(() => draw(figure)).catch((problem) => console.error(`the still drawing stays: ${problem}`)));
}

function painted() {
  return new Promise((done) => {
    const watch = new PerformanceObserver((found) => {
      if (found.getEntriesByName("first-contentful-paint").length === 0) return;
      watch.disconnect();
      done();
    });
    watch.observe({ type: "paint", buffered: true });
  });
}

phone.addEventListener("change", () => figures.filter((figure) => turns.has(figure)).forEach(drawInTurn));
await painted();
const reached = new IntersectionObserver(
  (seen) => {
    for (const { target, isIntersecting } of seen) {
      if (!isIntersecting) continue;
      reached.unobserve(target);
      drawInTurn(target);
    }
  },
  { rootMargin: AHEAD },
);
figures.forEach((figure) => reached.observe(figure));
