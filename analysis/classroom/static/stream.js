// Snapshots as they come: by a stream of events, by asking again and again where streams do not get through.

const WATCHDOG = 25_000; // the server sends something every ten seconds
const ASK_EVERY = 3_000;
const TRY_AGAIN = 1_000;
const FAILURES_BEFORE_ASKING = 2;

/**
 * Follow a surface: `heard(snapshot)` for each; `told(way)` when the way of following changes: "live", "asking" (by
 * itself, every three seconds), "lost", "elsewhere" (open in too many tabs) or "shut" (not for this browser). Returns
 * a function that opens the stream anew.
 */
export function follow(surface, heard, told) {
  const ways = { surface, heard, told, source: null, watchdog: 0, later: 0, failures: 0, last: null };
  // A page that was asleep, or was kept while the reader was elsewhere, may hold a stream that died without a word.
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && open(ways));
  window.addEventListener("pageshow", (event) => event.persisted && open(ways));
  window.addEventListener("online", () => open(ways));
  // A stream left open would hold one of the browser's few connections.
  window.addEventListener("pagehide", () => close(ways));
  open(ways);
  return () => open(ways);
}

function open(ways) {
  close(ways);
  const source = new EventSource(`/stream?surface=${ways.surface}`);
  ways.source = source;
  const alive = () => {
    ways.failures = 0;
    ways.told("live");
    watch(ways);
  };
  source.addEventListener("open", alive);
  source.addEventListener("beat", alive);
  source.addEventListener("message", (event) => {
    alive();
    take(ways, JSON.parse(event.data));
  });
  source.addEventListener("error", () => failed(ways));
  source.addEventListener("bye", () => failed(ways));
  source.addEventListener("elsewhere", () => {
    close(ways); // until somebody looks at this tab again, or asks for it
    ways.told("elsewhere");
  });
  watch(ways);
}

function close(ways) {
  ways.source?.close();
  clearTimeout(ways.watchdog);
  clearTimeout(ways.later);
}

function watch(ways) {
  clearTimeout(ways.watchdog);
  ways.watchdog = setTimeout(() => failed(ways), WATCHDOG);
}

function failed(ways) {
  close(ways);
  ways.failures += 1;
  if (ways.failures <= FAILURES_BEFORE_ASKING) {
    ways.told("lost");
    ways.later = setTimeout(() => open(ways), TRY_AGAIN);
  } else ask(ways, 0);
}

/** Ask for the snapshot; every tenth time see whether a stream gets through by now. */
async function ask(ways, times) {
  const way = await fetched(ways);
  const answered = way === "asking";
  ways.told(way);
  // A server that is back after a fall most likely has its streams back too.
  const back = answered && ways.silent;
  ways.silent = !answered;
  const pause = back ? 0 : answered ? ASK_EVERY : TRY_AGAIN;
  ways.later = setTimeout(() => (back || times % 10 === 9 ? open(ways) : ask(ways, times + 1)), pause);
}

async function fetched(ways) {
  try {
    const answer = await fetch(`/state?surface=${ways.surface}`, { cache: "no-store", signal: AbortSignal.timeout(WATCHDOG) });
    if (answer.status === 403) return "shut";
    if (!answer.ok) return "lost";
    take(ways, await answer.json());
    return "asking";
  } catch {
    return "lost";
  }
}

/** Hand on a snapshot, unless a newer one of the same session is shown already. */
function take(ways, snapshot) {
  const { last } = ways;
  if (last && last.session === snapshot.session && last.number > snapshot.number) return;
  ways.last = snapshot;
  ways.heard(snapshot);
}
