// Words on the wall are as large as there is room for: whatever has the class "grow" is shown in the largest of a few
// sizes at which all of the page is seen. While a world plays it only shrinks, so that letters do not jump to and fro.

const LARGEST = 4;
const wide = window.matchMedia("(min-width: 960px) and (min-height: 640px)");

/** Let a page's words grow, at most to the size they have now where `only_shrink`. */
export function grow(page, onlyShrink = false) {
  if (!document.documentElement.classList.contains("wall")) return;
  const most = onlyShrink ? Number(page.dataset.grown ?? LARGEST) : LARGEST;
  for (let size = wide.matches ? most : 0; size >= 0; size -= 1) {
    page.dataset.grown = String(size);
    if (size === 0 || fits(page)) return;
  }
}

function fits(page) {
  const { scrollHeight, scrollWidth } = document.documentElement;
  if (scrollHeight > window.innerHeight || scrollWidth > window.innerWidth) return false;
  return [...page.querySelectorAll(".grow, .grow *")].every((one) => one.scrollWidth <= one.clientWidth + 1 || !one.clientWidth);
}
