// Says that this page is open, at once and every two minutes while somebody is at it, and shows who else has
// it open. Fetched some seconds after the page: the first view does without.

import { kue } from "../lkip.js";
import { unsur } from "./jaga.js";

const TIAP = 120_000;
const kabar = unsur("p", "", { role: "status", class: "catatan m-0", "data-hadir": "" });

async function tandai() {
  const pilihan = { method: "POST", redirect: "manual", headers: { "X-CSRFToken": kue() } };
  const jawaban = await fetch(`${location.pathname}dibuka/`, pilihan).catch(() => null);
  if (!jawaban?.ok) return; // what was said last says when that was
  const isi = await jawaban.json();
  if (kabar.textContent !== isi.kabar) kabar.textContent = isi.kabar;
}

document.querySelector("[data-lencana]").after(kabar);
tandai();
setInterval(() => !document.hidden && document.activeElement !== document.body && tandai(), TIAP);
