// The live chat: sends without leaving the page, and shows what arrives. Without it the forms do the same.

const RETRY_MS = [1000, 2000, 4000, 8000, 10000];
const OPENING_MS = 8000; // a proxy that holds the stream back counts as a failure
const SENDING_MS = 15000;
const QUIET_FAILURES = 1; // one lost connection is mended before anybody needs to know
const NEAR_END_PX = 80;

const find = (id) => document.getElementById(id);
const chat = find("chat");
const log = find("log");
const list = find("messages");
const end = find("end");
const compose = find("compose");
const box = find("text");
const problem = find("problem");
const texts = chat.dataset;
const address = `/chat/${encodeURIComponent(chat.dataset.token)}`;
const lang = document.documentElement.lang;

let last = Number(chat.dataset.last) || 0;
let following = true; // at the end, and to be kept there when a keyboard opens or a picture loads

// ---- one message -----------------------------------------------------------------------------------

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

/** What people's clocks showed: an instant with an offset is read in the programme's zone. */
function localTime(at) {
  if (!/(Z|[+-]\d\d:?\d\d)$/.test(at)) return at;
  const shown = new Date(at).toLocaleString("sv-SE", { timeZone: chat.dataset.zone });
  return shown.replace(" ", "T");
}

function clockLabel(at) {
  const time = localTime(at).slice(11, 16);
  return lang === "lv" ? time.replace(/^0/, "").replace(":", ".") : time;
}

function dayLabel(day) {
  const style = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" };
  return new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, style).format(new Date(`${day}T12:00Z`));
}

function link(url) {
  const element = make("a", "", url);
  Object.assign(element, { href: url, target: "_blank", rel: "noopener noreferrer" });
  return element;
}

function textOf(text) {
  const element = make("p", "text");
  const parts = text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/);
  element.append(...parts.map((part, index) => (index % 2 ? link(part) : part)));
  return element;
}

function pictureOf(message) {
  const element = link(message.image);
  const picture = make("img");
  picture.alt = message.image_alt ?? "";
  picture.src = message.image;
  element.replaceChildren(picture);
  return element;
}

function documentOf(message) {
  const element = link(message.document);
  element.className = "document";
  element.textContent = message.document_label;
  return element;
}

function authorOf(message) {
  if (message.from !== "human") return make("p", "author unseen", message.from === "me" ? texts.textMe : "Pavadonis");
  const element = make("p", "author", `${message.author} `);
  element.append(make("span", "tag", texts.textHuman));
  return element;
}

function bubbleOf(message) {
  const bubble = make("div", "bubble");
  const time = make("time", "", message.at_label ?? clockLabel(message.at));
  time.dateTime = message.at;
  bubble.append(authorOf(message));
  if (message.text) bubble.append(textOf(message.text));
  if (message.image) bubble.append(pictureOf(message));
  if (message.document) bubble.append(documentOf(message));
  bubble.append(time);
  return bubble;
}

function choiceOf({ key, label }) {
  const form = make("form", "choice");
  const button = make("button", "", label);
  Object.assign(button, { name: "button", value: key });
  form.append(button);
  return form;
}

function choicesOf(buttons) {
  const choices = make("div", "choices");
  choices.append(...buttons.map(choiceOf));
  return choices;
}

function itemOf(message) {
  const item = make("li", `message ${message.from}`);
  Object.assign(item.dataset, { id: message.id, at: message.at });
  item.append(bubbleOf(message));
  if (message.buttons?.length) item.append(choicesOf(message.buttons));
  return item;
}

// ---- the conversation ------------------------------------------------------------------------------

const items = () => [...list.querySelectorAll(".message")];
const nearEnd = () => Math.abs(log.scrollTop) < NEAR_END_PX; // the log is reversed: 0 is its end

function toEnd() {
  following = true;
  log.scrollTop = log.scrollHeight;
  find("jump").hidden = true;
}

function scrolled() {
  following = nearEnd();
  if (following) find("jump").hidden = true;
}

function keepEnd() {
  const resized = new ResizeObserver(() => following && toEnd());
  resized.observe(log);
  resized.observe(list);
}

function dayOf(item) {
  return localTime(item.dataset.at).slice(0, 10);
}

function separator(day) {
  const item = make("li", "day");
  const time = make("time", "", dayLabel(day));
  time.dateTime = day;
  item.append(time);
  return item;
}

function separate(item, before) {
  const day = dayOf(item);
  if (!before || dayOf(before) !== day) item.before(separator(day));
}

/** Only the newest question asks loudly; whatever I have written after is past, yet still works. */
function mark() {
  const all = items();
  const mine = all.findLastIndex((item) => item.classList.contains("me"));
  const asked = all.findLastIndex((item) => item.querySelector(".choices"));
  all.forEach((item, index) => {
    item.classList.toggle("past", index < mine);
    item.classList.toggle("current", index === asked && index > mine);
  });
}

function receive(message) {
  if (message.id <= last) return;
  last = message.id;
  const follow = following || message.from === "me";
  const before = items().at(-1);
  const item = itemOf(message);
  list.querySelector(".empty")?.remove();
  end.before(item);
  separate(item, before);
  mark();
  if (follow) toEnd();
  else find("jump").hidden = false;
}

// ---- arriving --------------------------------------------------------------------------------------

let stream = null;
let failures = 0;
let timer = 0;

async function poll() {
  const reply = await fetch(`${address}/messages?after=${last}`, { headers: { Accept: "application/json" } });
  if (!reply.ok) throw new Error(`poll: ${reply.status}`);
  (await reply.json()).messages.forEach(receive);
}

function connected() {
  clearTimeout(timer);
  failures = 0;
  find("status").hidden = true;
}

function disconnect() {
  clearTimeout(timer);
  stream?.close();
  stream = null;
}

async function lost() {
  disconnect();
  const wait = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)];
  failures += 1;
  timer = setTimeout(connect, wait);
  try {
    await poll();
    find("status").hidden = true;
  } catch {
    if (failures > QUIET_FAILURES) find("status").textContent = texts.textOffline;
    find("status").hidden = failures <= QUIET_FAILURES;
  }
}

function connect() {
  disconnect();
  stream = new EventSource(`${address}/events?after=${last}`);
  stream.onopen = connected;
  stream.onerror = lost;
  stream.onmessage = (event) => receive(JSON.parse(event.data));
  timer = setTimeout(lost, OPENING_MS);
}

/** A browser keeps six connections to one address: pages nobody looks at give theirs back. */
function attend() {
  if (document.hidden) disconnect();
  else connect();
}

// ---- sending ---------------------------------------------------------------------------------------

let sending = false;
let unsent = null;

function newId() {
  if (crypto.randomUUID) return crypto.randomUUID(); // only on https and localhost
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function post(body) {
  const reply = await fetch(`${address}/messages`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout?.(SENDING_MS),
  });
  if (reply.ok) return;
  const said = await reply.json().catch(() => ({}));
  throw Object.assign(new Error(`send: ${reply.status}`), { said: said.error });
}

function sent(body) {
  if (unsent?.event_id === body.event_id) unsent = null;
  problem.hidden = !unsent;
  if (body.text === undefined || !box.value.trimStart().startsWith(body.text)) return;
  box.value = box.value.trimStart().slice(body.text.length).trimStart(); // what was typed meanwhile stays
  grow();
}

function failed(body, said) {
  unsent = body;
  problem.querySelector("p").textContent = said ?? (body.text === undefined ? texts.textChoiceFailed : texts.textFailed);
  problem.hidden = false;
}

function busy(on) {
  sending = on;
  chat.setAttribute("aria-busy", on);
}

async function send(body) {
  if (sending) return;
  busy(true);
  try {
    await post(body);
    sent(body);
    poll().catch(() => {}); // my own message at once; the stream brings it as well
  } catch (error) {
    failed(body, error.said);
  }
  busy(false);
  toEnd();
}

function sendText() {
  const text = box.value.trim();
  if (!text) return;
  const again = unsent?.text === text; // the same words after a failure are the same message
  send(again ? unsent : { text, event_id: newId() });
}

function grow() {
  if (CSS.supports("field-sizing", "content")) return;
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight + 3}px`;
}

function submitted(event) {
  event.preventDefault();
  if (event.target === compose) {
    sendText();
    box.focus();
  } else {
    send({ button: event.submitter.value, event_id: newId() });
  }
}

function typed(event) {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  sendText();
}

/** "My data" closes when it is left. */
function closeMine(event) {
  const mine = chat.querySelector(".mine");
  if (!mine.open || (event.type === "keydown" ? event.key !== "Escape" : mine.contains(event.target))) return;
  mine.open = false;
  if (event.type === "keydown") mine.querySelector("summary").focus();
}

// ---- starting --------------------------------------------------------------------------------------

function start() {
  compose.noValidate = true;
  list.querySelectorAll(".day").forEach((item) => item.remove());
  items().forEach((item, index, all) => separate(item, all[index - 1]));
  mark();
  toEnd();
  compose.addEventListener("submit", submitted);
  list.addEventListener("submit", submitted);
  document.addEventListener("click", closeMine);
  document.addEventListener("keydown", closeMine);
  box.addEventListener("keydown", typed);
  box.addEventListener("input", grow);
  problem.querySelector("button").addEventListener("click", () => unsent && send(unsent));
  find("jump").addEventListener("click", toEnd);
  log.addEventListener("scroll", scrolled, { passive: true });
  keepEnd();
  document.addEventListener("visibilitychange", attend);
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", (event) => event.persisted && attend());
  if (matchMedia("(pointer: fine)").matches && window === window.top) box.focus({ preventScroll: true });
  attend();
}

start();
