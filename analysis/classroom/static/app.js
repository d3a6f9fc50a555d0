// The page: takes snapshots, draws the screen that each names, and sends what is pressed. It holds no rule.
//
// For whoever draws a screen. A screen is a module in screens/ with
//     export function draw(view, tools) { return [h(...), ...]; }
// registered in SCREENS below under the snapshot's `screen`. tools = {
//     h, figure      elements and bare figures from dom.js
//     text           text({id, n, ...}) or text("id", {...}): a message of the interface
//     picture        picture(drawing, "class"): a figure with its words and, where it stands still, its numbers
//     act            act("word", {...}): sends an act
//     go             go("/desk"): leaves for another page
//     button         button(control, "class"): a button from a Control
//     page, change   what this page alone knows (which drawer is open); change({name: value}) draws anew
//     snapshot       the whole snapshot }
// The bar of buttons (view.controls), the drawer "More" (view.more, view.sliders), heading, footer and warnings are drawn
// here for every screen: a screen draws its middle only. Give elements that come and go a `key` of their own.
// Classes of look.css: "columns" side by side where there is room; "panel" a card; "big" the sentence to read from the
// last row; "grow" what becomes as large as there is room; "note" small print, still 22 px on the wall; "list", "chips", "fields"; "unseen" for screen readers alone.
// A drawing takes the width of its box; a picture of class "fit" no more height than is left there, if its box is "fill".
// A sentence of the world has lang=snapshot.language. The wall is 1254 x 600 pixels for a screen's middle, or 998 x 645;
// nothing may scroll there, and no letter be under 22 px: sizes are in rem, which is 22 px there and grows with the window.

import { show, h, figure } from "./dom.js";
import { sender } from "./acts.js";
import { follow } from "./stream.js";
import { learn, text } from "./text.js";
import { listen, keysOn } from "./keys.js";
import { button, controlBar, drawer, hasMore, once, pressable } from "./controls.js";
import { grow } from "./grow.js";
import { picture } from "./picture.js";
import { help, heading, footer, banners, outside } from "./frame.js";
import { desk } from "./screens/lesson.js";
import * as start from "./screens/start.js";
import * as brief from "./screens/brief.js";
import * as watch from "./screens/watch.js";
import * as compare from "./screens/compare.js";
import * as predict from "./screens/predict.js";
import * as debrief from "./screens/debrief.js";
import * as ticket from "./screens/ticket.js";

const SCREENS = { start, brief, watch, compare, predict, debrief, ticket };

const surface = document.body.dataset.surface;
const place = document.getElementById("page");
const page = {
  more: false, help: false, outside: false, bare: false, keys: keysOn(), reopen: null, way: "live", kept: 0, refused: null, closed: "",
};
let snapshot = null;
let waiting = false;

/** Change what this page alone knows, and draw. */
function change(news) {
  Object.assign(page, news);
  redraw();
}

/** Draw with the next frame: of many snapshots in one frame, the last. */
function redraw() {
  if (waiting || snapshot === null) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    draw();
  });
}

const seen = () => (snapshot ? { seen: snapshot.number, session: snapshot.session } : {});
const act = sender(surface, seen, (kept) => change({ kept }), (refused) => change({ refused }));
const go = (address) => location.assign(address);
const tools = { h, figure, text, picture, button, act, go, page, change, get snapshot() { return snapshot; } };

function draw() {
  const { screen, view } = snapshot;
  const lesson = snapshot.lesson;
  document.title = lesson ? `${lesson.title} · ${text("app.title")}` : text("app.title");
  document.documentElement.lang = document.body.dataset.language;
  document.body.dataset.screen = screen;
  document.body.classList.toggle("is-bare", page.bare);
  const focused = document.activeElement;
  const opened = focused.closest(".drawer, dialog");
  const world = h("main", { key: screen, id: "main", tabindex: "-1", class: `screen screen-${screen}` }, middle(screen, view));
  const bar = snapshot.controls && !page.bare ? controlBar(view, tools) : null;
  const more = page.more && snapshot.controls && hasMore(view) ? drawer(view, tools) : null;
  show(place, [
    heading(tools),
    // The desk is worked at, and the wall is looked at.
    ...(surface === "desk" ? [lesson ? desk(lesson, tools) : null, bar, more, world] : [world, more, bar]),
    banners(tools),
    footer(tools),
    page.help ? help(tools) : null,
    page.outside && lesson ? outside(tools) : null,
  ]);
  grow(place, Boolean(view?.playing));
  document.body.dataset.drawn = String(snapshot.number); // for whoever waits for the page to show it
  for (const dialog of document.querySelectorAll("dialog:not([open])")) dialog.showModal();
  // Where the focus was in something that has been closed it goes back to what opens it, and else to what is new.
  if (opened && !opened.isConnected) document.querySelector(".controls .more")?.focus();
  else if (!focused.isConnected) document.getElementById("main").focus();
}

/** What a screen shows; if it cannot, it says so, and the buttons around it stay. */
function middle(screen, view) {
  try {
    return SCREENS[screen].draw(view, tools);
  } catch (error) {
    console.error(error);
    return h("p", { key: "unknown", class: "big" }, text("app.unknown_screen"));
  }
}

function take(news) {
  const moved = snapshot !== null && snapshot.screen !== news.screen;
  snapshot = news;
  if (!news.alert) page.closed = ""; // so that it is said again when it comes again
  if (moved) Object.assign(page, { more: false, refused: null });
  redraw();
  // Whoever listens instead of looking is taken to what is new; whoever is elsewhere with a field is left alone.
  if (moved) requestAnimationFrame(() => document.activeElement === document.body && document.getElementById("main")?.focus());
}

const OWN = {
  "?": () => change({ help: !page.help }),
  Escape: () => (page.help || page.more || page.bare ? change({ help: false, more: false, bare: false }) : false),
  m: () => hasMore(snapshot.view) && change({ more: !page.more }),
  h: () => change({ bare: !page.bare }),
  f: () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()),
};

function pressed(name, repeated) {
  if (snapshot === null) return false;
  const own = OWN[name];
  if (page.outside || (page.help && name !== "?")) return false; // a dialog hears Escape by itself
  const wanted = snapshot.controls ? pressable(snapshot).find((one) => one.shortcut === name) : null;
  if (wanted) {
    // A key that is held down goes on at the pace of the answers.
    if (wanted.enabled && !(repeated && act.busy())) once(wanted, act);
    return true;
  }
  return own && !repeated ? own() !== false : false;
}

async function begin() {
  window.addEventListener("resize", () => grow(place));
  await learn(document.body.dataset.language);
  listen(pressed);
  page.reopen = follow(surface, take, (way) => page.way !== way && change({ way }));
}

begin();
