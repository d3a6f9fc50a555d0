// What the interface says, by id and language; a message may hold others, and has plural forms where it counts.

let known = {};
let language = "en";
let plural = new Intl.PluralRules(language);
let numeral = new Intl.NumberFormat(language);

/** Fetch the messages of a language. */
export async function learn(wanted) {
  const answer = await fetch(`/static/messages/${wanted}.json`);
  if (!answer.ok) throw new Error(`no messages in ${wanted}: ${answer.status}`);
  speak(wanted, await answer.json());
}

/** Take these messages as those of a language. */
export function speak(wanted, messages) {
  known = messages;
  language = wanted;
  plural = new Intl.PluralRules(language);
  numeral = new Intl.NumberFormat(language);
}

/** The text of a message: text("watch.week", {n: 3}) or text({id: "watch.week", n: 3}). */
export function text(message, values = {}) {
  if (message === null || message === undefined) return "";
  const { id, ...held } = typeof message === "string" ? { id: message, ...values } : message;
  const found = known[id];
  if (found === undefined) {
    console.error(`no message ${id}`);
    return id;
  }
  const form = typeof found === "string" ? found : found[plural.select(held.n)] ?? found.other;
  return form.replace(/\{(\w+)\}/g, (whole, name) => (name in held ? said(held[name]) : whole));
}

/** Whether there is such a message. */
export const has = (id) => id in known;

function said(value) {
  if (typeof value === "number") return numeral.format(value);
  return value !== null && typeof value === "object" ? text(value) : String(value);
}
