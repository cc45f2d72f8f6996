// Several photos at once: each is a row with its own caption, sent one after the other. What fails can be tried
// again, and what is refused does not keep the others back. Without this script one form carries all files.

import { kirim } from "./foto/kirim.js";
import { Unggahan } from "./foto/unggahan.js";

const daftar = document.querySelector(".unggahan");
const formulir = daftar.closest("form");
const { berkas: masukan, keterangan: bersama, urutan } = formulir.elements;
const kabar = formulir.querySelector("[data-kabar-semua]");
const tombolSimpan = formulir.querySelector(".btn-primary");
const tautanKembali = formulir.querySelector(".btn-link");
const { terbesar, terlaluBesar, tanpaKeterangan } = daftar.dataset;
const kata = { terbesar: Number(terbesar), terlaluBesar, tanpaKeterangan };

let semua = [];
let nomor = 0;
let persiapan = Promise.resolve();
let antrean = Promise.resolve();
let keteranganBersama = bersama.value;

const hitung = (keadaan) => semua.filter((satu) => satu.keadaan === keadaan).length;

function peringatkan(event) {
  event.preventDefault();
  event.returnValue = true; // older browsers ask for this alone
}

function ringkasan() {
  if (!semua.length) return "";
  if (semua.every((satu) => satu.keadaan === "siap")) return `${semua.length} foto dipilih.`;
  const bagian = [[hitung("tersimpan"), "tersimpan"], [semua.filter((satu) => satu.menunggu).length, "belum terkirim"], [hitung("ditolak"), "ditolak"]];
  return `${bagian.filter(([banyak]) => banyak).map(([banyak, sebutan]) => `${banyak} foto ${sebutan}`).join(", ")}.`;
}

// The control goes on saying how many files are chosen, though they came in turns.
function samakanMasukan() {
  const wadah = new DataTransfer();
  for (const satu of semua) wadah.items.add(satu.asli);
  masukan.files = wadah.files;
}

// The sum is told when nothing is on its way: once, not for every step of every photo.
function lapor() {
  const sibuk = semua.some((satu) => satu.sibuk);
  daftar.hidden = !semua.length;
  kabar.textContent = sibuk ? "Foto sedang dikirim…" : ringkasan();
  if (sibuk) tombolSimpan.setAttribute("aria-disabled", "true");
  else tombolSimpan.removeAttribute("aria-disabled");
  if (hitung("tersimpan")) tautanKembali.textContent = "Lihat semua foto";
  if (semua.some((satu) => satu.menunggu)) addEventListener("beforeunload", peringatkan);
  else removeEventListener("beforeunload", peringatkan);
}

function buang(satu) {
  semua = semua.filter((lain) => lain !== satu);
  satu.unsur.remove();
  samakanMasukan();
  lapor();
  masukan.focus();
}

function tambah(berkas) {
  const satu = new Unggahan(berkas, nomor++, { kata, keterangan: bersama.value, lapor });
  satu.tombolUlangi.addEventListener("click", () => antre(satu));
  satu.tombolBuang.addEventListener("click", () => buang(satu));
  semua.push(satu);
  daftar.append(satu.unsur);
  // One after the other: a phone holds few big photos at a time.
  satu.persiapan = persiapan = persiapan.then(() => satu.siapkan());
}

// Order is counted from the first photo chosen, so that one that comes late still stands in its place.
function isi(satu) {
  const kiriman = new FormData(formulir);
  kiriman.delete("csrfmiddlewaretoken"); // that of the page may be an old one by now
  kiriman.set("berkas", satu.berkas, satu.berkas.name);
  kiriman.set("keterangan", satu.masukan.value);
  kiriman.set("kiriman", satu.kiriman);
  if (/^\d+$/.test(urutan.value)) kiriman.set("urutan", Number(urutan.value) + satu.nomor);
  return kiriman;
}

async function giliran(satu) {
  await satu.persiapan;
  if (!satu.periksa()) return;
  satu.pasang("mengirim", "Mengirim…");
  satu.kemajuan.value = 0;
  satu.terima(await kirim(isi(satu), (maju) => { satu.kemajuan.value = maju; }));
}

function antre(satu) {
  satu.pasang("antre", "Menunggu giliran…");
  antrean = antrean.then(() => giliran(satu));
}

function tambahPilihan() {
  for (const berkas of masukan.files) tambah(berkas);
  samakanMasukan();
  lapor();
}

masukan.addEventListener("change", tambahPilihan);
if (masukan.files.length) tambahPilihan(); // chosen before this script had come

// A caption of all goes into every row that has none of its own.
bersama.addEventListener("input", () => {
  for (const { masukan: milik, keadaan } of semua) {
    if (milik.value === keteranganBersama && keadaan !== "tersimpan") milik.value = bersama.value;
  }
  keteranganBersama = bersama.value;
});

formulir.addEventListener("submit", (event) => {
  if (!semua.length) return;
  event.preventDefault();
  for (const satu of semua) if (["siap", "gagal"].includes(satu.keadaan)) antre(satu);
});
