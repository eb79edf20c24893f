// Winds the demo's clock without reloading the phones, and remembers which phone a narrow screen shows.

const REMEMBERED = "pavadonis-demo-phone";

const clock = document.getElementById("clock");
const now = clock.querySelector(".now time");
const target = document.getElementById("to");
const trouble = clock.querySelector(".clock-problem");

async function wind(body) {
  const reply = await fetch("/demo/clock", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`wind: ${reply.status}`);
  return reply.json();
}

function show({ now: instant, label, labels }) {
  const minute = instant.slice(0, 16);
  now.dateTime = instant;
  now.textContent = labels?.[document.documentElement.lang] ?? label;
  Object.assign(target, { min: minute, value: minute });
}

function busy(on) {
  clock.setAttribute("aria-busy", on);
  if (on) now.textContent = clock.dataset.textBusy;
}

async function submitted(event) {
  event.preventDefault();
  if (clock.getAttribute("aria-busy") === "true") return;
  const before = { now: now.dateTime, label: now.textContent };
  const by = event.submitter?.value;
  busy(true);
  trouble.hidden = true;
  try {
    show(await wind(by ? { by } : { to: target.value }));
  } catch {
    show(before);
    trouble.textContent = clock.dataset.textFailed;
    trouble.hidden = false;
  }
  busy(false);
}

function rememberPhone() {
  const picks = [...document.querySelectorAll(".pick")];
  const kept = document.getElementById(sessionStorage.getItem(REMEMBERED));
  if (picks.includes(kept)) kept.checked = true;
  picks.forEach((pick) => pick.addEventListener("change", () => sessionStorage.setItem(REMEMBERED, pick.id)));
}

/** The list of people closes when it is left. */
function closePeople(event) {
  if (event.type === "keydown" && event.key !== "Escape") return;
  document.querySelectorAll(".people[open]").forEach((people) => {
    if (event.type === "keydown" && people.contains(document.activeElement)) people.querySelector("summary").focus();
    if (event.type === "keydown" || event.type === "blur" || !people.contains(event.target)) people.open = false;
  });
}

clock.addEventListener("submit", submitted);
document.addEventListener("click", closePeople);
document.addEventListener("keydown", closePeople);
addEventListener("blur", closePeople);
rememberPhone();
