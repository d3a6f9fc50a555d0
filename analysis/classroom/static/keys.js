// Keys: those of the controls that are there, and the page's own. They sleep while a field has the focus or when off.

const OFF = "climbdown.keys";

/** Whether keys act. */
export function keysOn() {
  try {
    return localStorage.getItem(OFF) !== "off";
  } catch {
    return true;
  }
}

/** Switch keys on or off, for this browser. */
export function switchKeys(on) {
  try {
    localStorage.setItem(OFF, on ? "on" : "off");
  } catch {
    // Without storage they are on again when the page is next opened.
  }
}

/** Listen: `pressed(name)` for each key by its name ("Space", "Shift+ArrowRight", "w"); it says whether it used it. */
export function listen(pressed) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const name = named(event);
    const always = name === "Escape" || name === "?"; // so that keys which are off can be put on again, and panels closed
    if (!always && (!keysOn() || taken(document.activeElement, name))) return;
    if (name === "?" && isField(document.activeElement)) return;
    if (pressed(name, event.repeat)) event.preventDefault();
  });
}

/** What a control calls its key, as a reader knows it. */
export function keyLabel(name) {
  const signs = { ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓", Escape: "Esc" };
  return name
    .split("+")
    .map((part) => signs[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(" ");
}

/** The name of a key press, as controls are named. */
export function named(event) {
  if (event.key === " ") return "Space";
  if (event.key.length === 1) return event.key.toLowerCase();
  return event.shiftKey ? `Shift+${event.key}` : event.key;
}

const FIELDS = "input, select, textarea, [contenteditable]";
const PRESSED = "button, a[href], summary";

const isField = (element) => Boolean(element?.matches?.(FIELDS));

/** Whether the element that has the focus needs this key itself. */
function taken(element, name) {
  return isField(element) || (element?.matches?.(PRESSED) && (name === "Space" || name === "Enter"));
}
