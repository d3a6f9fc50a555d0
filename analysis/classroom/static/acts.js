// What is pressed becomes an act with a key of its own, is kept until the server has answered, and is done once.

const KEPT = "climbdown.acts";
const AGAIN = [300, 1_000, 2_000, 3_000];
const PATIENCE = 10_000;

/**
 * Return the function that sends acts. `seen()` tells what the page shows, `{seen, session}`, so that the server knows
 * what comes too late; `kept(n)` hears how many acts wait, `refused(answer)` hears a refusal.
 */
export function sender(surface, seen, kept, refused) {
  const post = { surface, kept, refused, list: load(), busy: false, failures: 0 };
  send(post);
  const act = (word, what = {}) => {
    post.list.push({ word, what, key: newKey(), ...seen() });
    save(post);
    send(post);
  };
  act.busy = () => post.list.length > 0;
  act.now = () => send(post);
  return act;
}

/** A key that no other act has. Pages on a plain local address have no crypto.randomUUID. */
function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function load() {
  try {
    const found = JSON.parse(sessionStorage.getItem(KEPT));
    return Array.isArray(found) ? found.filter(isAct) : [];
  } catch {
    return []; // storage is forbidden, or holds what is no JSON
  }
}

/** Other programs have had this address before, and older versions of this one: what they left is no act. */
const isAct = (one) => typeof one?.word === "string" && typeof one.key === "string" && typeof one.session === "string";

function save(post) {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(post.list));
  } catch {
    // Without storage an act still lives as long as the page.
  }
}

/** Send what waits, one after the other: acts mean something in their order only. */
async function send(post) {
  if (post.busy) return;
  post.busy = true;
  while (post.list.length > 0) {
    const answer = await posted(post.list[0], post.surface);
    if (answer === null) break;
    post.list.shift();
    save(post);
    post.failures = 0;
    if (answer.status >= 400) post.refused(answer);
  }
  post.busy = false;
  if (post.list.length > 0) {
    const pause = AGAIN[Math.min(post.failures, AGAIN.length - 1)];
    post.failures += 1;
    setTimeout(() => send(post), pause);
  }
  post.kept(post.failures > 1 ? post.list.length : 0);
}

/** The server's answer; null where there is none, so that the act is sent again. */
async function posted(act, surface) {
  try {
    const answer = await fetch(`/act?surface=${surface}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(act),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const said = await answer.json().catch(() => ({}));
    return { ...said, status: answer.status };
  } catch {
    return null;
  }
}
