// The token of the session as it is now, which changes when somebody signs in again in another tab.
export const kue = () => /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1] ?? "";

// The name of a wish that is granted once: sent again after a lost answer, it makes nothing twice.
export const acak = () => [...crypto.getRandomValues(new Uint8Array(16))].map((satu) => satu.toString(16).padStart(2, "0")).join("");

// Close an open menu on Escape or on a click elsewhere. Without this script menus still open and close.
const menu = () => document.querySelectorAll("details.lipat[open]");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const satu of menu()) {
    satu.open = false;
    if (satu.contains(document.activeElement)) satu.querySelector("summary").focus();
  }
});

document.addEventListener("click", (event) => {
  for (const satu of menu()) if (!satu.contains(event.target)) satu.open = false;
});

// Who signs out leaves nothing unsaved behind on a shared computer (static/js/kisi/draf.js keeps it).
document.addEventListener("submit", ({ target }) => {
  if (!target.matches("[action='/keluar/']")) return;
  for (const kunci of Object.keys(localStorage)) if (kunci.startsWith("lkip-draf:")) localStorage.removeItem(kunci);
});

// On phones rows become cards (static/css/lkip.css), and some browsers then forget that they are a table.
const PERAN = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TFOOT: "rowgroup", TR: "row", TD: "cell" };
const sempit = matchMedia("(max-width: 40rem)");

function peran(elemen) {
  return PERAN[elemen.tagName] ?? (elemen.scope?.startsWith("row") ? "rowheader" : "columnheader");
}

function beriPeran() {
  for (const elemen of document.querySelectorAll(".kartu-hp, .kartu-hp :is(thead, tbody, tfoot, tr, th, td)")) {
    if (sempit.matches) elemen.setAttribute("role", peran(elemen));
    else elemen.removeAttribute("role");
  }
}

sempit.addEventListener("change", beriPeran);
document.addEventListener("htmx:afterSettle", beriPeran);
beriPeran();

// A finding leads to the field of a form that it is about.
document.querySelector(".formulir :is(input, select, textarea):target")?.focus();

// A form is sent once, however often its button is clicked. What is not answered in ten seconds may be sent
// again, and so may a form to which somebody comes back. Scripts that send a form themselves are not concerned.
const TUNGGU = 10_000;

function bukaKembali(formulir) {
  delete formulir.dataset.terkirim;
  for (const tombol of formulir.querySelectorAll("[aria-disabled]")) tombol.removeAttribute("aria-disabled");
}

window.addEventListener("submit", (event) => {
  const formulir = event.target;
  if (event.defaultPrevented || formulir.method !== "post") return;
  if ("terkirim" in formulir.dataset) return event.preventDefault();
  formulir.dataset.terkirim = "";
  event.submitter?.setAttribute("aria-disabled", "true");
  setTimeout(bukaKembali, TUNGGU, formulir);
});

window.addEventListener("pageshow", ({ persisted }) => {
  if (persisted) document.querySelectorAll("form[data-terkirim]").forEach(bukaKembali);
});

// On paper a cell shows what is in its field as text, which wraps; a field would cut it off.
const kertas = matchMedia("print");

kertas.addEventListener("change", () => {
  if (!kertas.matches) return;
  for (const kendali of document.querySelectorAll(".kisi td > :is(.form-control, .form-select)")) {
    kendali.parentElement.dataset.tercetak = kendali.selectedOptions?.[0]?.label ?? kendali.value;
  }
});
