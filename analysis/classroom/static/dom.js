// Elements from plain descriptions, and a page changed to match them without losing focus or what is typed.

const SVG = new DOMParser();

/** Describe an element: h("button", {class: "main", on: {click}}, "text", child, ...); null children are left out. */
export function h(tag, attributes = {}, ...children) {
  return { tag, attributes, children: children.flat(Infinity).filter((child) => child !== null && child !== undefined) };
}

/** Describe a figure that comes as the text of an SVG element. */
export function figure(drawing, attributes = {}) {
  return { tag: "svg", svg: drawing.svg, attributes };
}

/** Make the children of `place` what the descriptions say, changing as little as can be. */
export function show(place, wanted) {
  const list = [wanted].flat(Infinity).filter((one) => one !== null && one !== undefined);
  list.forEach((one, index) => fit(place, place.childNodes[index], one));
  while (place.childNodes.length > list.length) place.lastChild.remove();
}

function fit(parent, present, wanted) {
  if (typeof wanted !== "object") {
    const text = String(wanted);
    if (present?.nodeType === Node.TEXT_NODE) {
      if (present.data !== text) present.data = text;
    } else put(parent, present, document.createTextNode(text));
    return;
  }
  if (wanted.svg !== undefined) {
    if (present?.drawnFrom === wanted.svg) return;
    const made = document.importNode(SVG.parseFromString(wanted.svg, "image/svg+xml").documentElement, true);
    made.drawnFrom = wanted.svg;
    put(parent, present, made);
    return;
  }
  const key = wanted.attributes.key ?? "";
  if (present?.nodeType !== Node.ELEMENT_NODE || present.localName !== wanted.tag || (present.key ?? "") !== key) {
    const made = document.createElement(wanted.tag);
    made.key = key;
    put(parent, present, made);
    present = made;
  }
  dress(present, wanted.attributes);
  show(present, wanted.children);
}

function put(parent, present, made) {
  if (present) parent.replaceChild(made, present);
  else parent.appendChild(made);
}

function dress(element, attributes) {
  const { on = {}, key, value, ...plain } = attributes;
  for (const { name } of [...element.attributes]) if (!(name in plain)) element.removeAttribute(name);
  for (const [name, given] of Object.entries(plain)) {
    if (given === false || given === null || given === undefined) element.removeAttribute(name);
    else if (element.getAttribute(name) !== String(given === true ? "" : given)) {
      element.setAttribute(name, given === true ? "" : given);
    }
  }
  // What is being typed or dragged stays as it is until it is let go.
  if (value !== undefined && document.activeElement !== element && element.value !== String(value)) element.value = value;
  for (const event of new Set([...Object.keys(element.heard ?? {}), ...Object.keys(on)])) element[`on${event}`] = on[event] ?? null;
  element.heard = on;
}
