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
  const later = new Set(list.map(keyOf));
  list.forEach((one, index) => {
    later.delete(keyOf(one));
    // What stands in the way and is wanted no more goes first, so that what follows keeps its element, and its focus.
    while (inTheWay(place.childNodes[index], one, place, later)) place.childNodes[index].remove();
    fit(place, place.childNodes[index], one, later);
  });
  while (place.childNodes.length > list.length) place.lastChild.remove();
}

const keyOf = (wanted) => wanted.attributes?.key ?? "";

function inTheWay(present, wanted, place, later) {
  const key = keyOf(wanted);
  if (!present || key === "" || present.key === key || (present.key && later.has(present.key))) return false;
  return [...place.childNodes].some((one) => one.key === key);
}

function fit(parent, present, wanted, later) {
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
  const key = keyOf(wanted);
  if (present?.nodeType !== Node.ELEMENT_NODE || present.localName !== wanted.tag || (present.key ?? "") !== key) {
    const made = document.createElement(wanted.tag);
    made.key = key;
    if (present?.key && later.has(present.key)) parent.insertBefore(made, present);
    else put(parent, present, made);
    present = made;
  }
  dress(present, wanted.attributes);
  show(present, wanted.children);
  settle(present, wanted.attributes);
}

function put(parent, present, made) {
  if (present) parent.replaceChild(made, present);
  else parent.appendChild(made);
}

function dress(element, attributes) {
  const { on = {}, key, value, checked, ...plain } = attributes;
  if (value !== undefined && isNamed(element, attributes)) plain.value = value;
  for (const { name } of [...element.attributes]) {
    // A reader opens and closes details, and the page its dialog; that is not for a drawing to undo.
    if (!(name in plain) && name !== "open") element.removeAttribute(name);
  }
  for (const [name, given] of Object.entries(plain)) {
    if (given === false || given === null || given === undefined) element.removeAttribute(name);
    else if (element.getAttribute(name) !== String(given === true ? "" : given)) {
      element.setAttribute(name, given === true ? "" : given);
    }
  }
  for (const event of new Set([...Object.keys(element.heard ?? {}), ...Object.keys(on)])) element[`on${event}`] = on[event] ?? null;
  element.heard = on;
}

/** Whether the value of an element is what its choice is called, not what is filled in. */
const isNamed = ({ localName }, { type }) => localName === "option" || type === "radio" || type === "checkbox";

/** Say what a field holds, once its options are there. What is being typed or dragged stays as it is until it is let go. */
function settle(element, { value, checked }) {
  if (checked !== undefined && element.checked !== Boolean(checked)) element.checked = Boolean(checked);
  if (value === undefined || isNamed(element, element)) return;
  if (document.activeElement !== element && element.value !== String(value)) element.value = value;
}
