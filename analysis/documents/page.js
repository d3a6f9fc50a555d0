// Puts drawings that answer the mouse in the place of the still ones; where that fails, the still ones stay.
for (const figure of document.querySelectorAll("figure[data-drawing]")) {
  const source = document.getElementById(figure.dataset.drawing);
  const drawing = JSON.parse(source.textContent);
  const place = figure.querySelector(".live");
  // "ast" reads expressions without compiling text to code, which the page's own rules forbid.
  vegaEmbed(place, drawing, { mode: "vega-lite", renderer: "svg", actions: false, ast: true })
    .then(() => figure.classList.add("is-live"))
    .catch((problem) => console.error(`the still drawing stays: ${problem}`));
}
