// Blocks of cells to and from a spreadsheet: reading and writing TSV, where each cell goes, one step of undo.

import { bacaSel } from "./baca.js";
import { tanya } from "./dialog.js";

const sama = (a, b) => a.trim().toLowerCase() === b.trim().toLowerCase();
const isi = (teks) => teks.trim() !== "";

// Rows of cells, with quotes and line breaks as Excel, LibreOffice and WPS write them.
export function bacaTsv(teks) {
  const baris = [[]];
  let [sel, kutip, awal] = ["", false, true];
  const tutup = () => { baris.at(-1).push(sel); [sel, awal] = ["", true]; };
  const masukan = teks.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let i = 0; i < masukan.length; i += 1) {
    const c = masukan[i];
    if (kutip && c === '"' && masukan[i + 1] === '"') { sel += c; i += 1; }
    else if (kutip) { if (c === '"') kutip = false; else sel += c; }
    else if (c === '"' && awal) [kutip, awal] = [true, false];
    else if (c === "\t") tutup();
    else if (c === "\n") { tutup(); baris.push([]); }
    else { sel += c; awal = false; }
  }
  tutup();
  return baris;
}

const kutipTsv = (teks) => /[\t\n"]/.test(teks) ? `"${teks.replaceAll('"', '""')}"` : teks;

function teksSel(td) {
  return td.querySelector("input[data-kolom], select[data-kolom], textarea[data-kolom]")?.value
    ?? td.querySelector("output")?.textContent.trim() ?? "";
}

// The whole table, heads included, as a spreadsheet takes it.
export function tulisTsv(lembar) {
  const kepala = ["", ...lembar.kolom.map(({ judul }) => judul)];
  const kaki = [...(lembar.tabel.tFoot?.rows ?? [])];
  const baris = [...lembar.baris().filter((tr) => !lembar.baru(tr)), ...kaki];
  const tabel = [kepala, ...baris.map((tr) => [lembar.judul(tr), ...[...tr.cells].slice(1).map(teksSel)])];
  return tabel.map((satu) => satu.map(kutipTsv).join("\t")).join("\n");
}

// A table that brings its row names along can be matched by them, and by its column titles.
function cariNama(lembar, blok) {
  const nama = blok.filter(([pertama]) => isi(pertama));
  const cocok = nama.filter(([pertama]) => cariBaris(lembar, pertama));
  return blok[0].length > 1 && nama.length > 0 && cocok.length >= 0.6 * Math.max(nama.length - 1, 1);
}

const cariBaris = (lembar, nama) => lembar.baris().find((tr) => sama(lembar.judul(tr), nama) || sama(tr.dataset.kode ?? "", nama));

function kolomMenurutJudul(lembar, [, ...judul]) {
  const nomor = judul.map((satu) => lembar.kolom.findIndex((kolom) => sama(kolom.judul, satu)));
  const berjudul = judul.filter(isi).length;
  return berjudul && nomor.filter((satu) => satu >= 0).length >= 0.6 * berjudul ? nomor : null;
}

// Where each text goes: [{kendali, teks}], and how many that hold something have no place or a locked one.
function tempatkan(lembar, blok, letakBaris, letakKolom) {
  const rencana = { sel: [], luar: 0, terkunci: 0 };
  blok.forEach((baris, i) => baris.forEach((teks, j) => {
    const [tr, nomor] = [letakBaris(i), letakKolom(j)];
    const kendali = nomor < 0 ? null : lembar.kendaliPada(tr, nomor);
    if (kendali) rencana.sel.push({ kendali, teks });
    else if (isi(teks)) rencana[tr && nomor >= 0 && nomor < lembar.kolom.length ? "terkunci" : "luar"] += 1;
  }));
  return rencana;
}

function menurutPosisi(lembar, blok, jangkar) {
  const baris = lembar.baris();
  const [awal, kolom] = [baris.indexOf(jangkar.closest("tr")), lembar.nomorKolom(jangkar)];
  while (lembar.contoh && baris.length < awal + blok.length) baris.push(lembar.tambahBaris());
  return tempatkan(lembar, blok, (i) => baris[awal + i], (j) => kolom + j);
}

function menurutNama(lembar, blok, jangkar) {
  const judul = kolomMenurutJudul(lembar, blok[0]);
  const data = judul ? blok.slice(1) : blok;
  const kolom = lembar.nomorKolom(jangkar);
  return tempatkan(lembar, data.map((satu) => satu.slice(1)), (i) => cariBaris(lembar, data[i][0]), (j) => judul ? judul[j] ?? -1 : kolom + j);
}

const baca = ({ kendali, teks }, cara) => bacaSel(teks, kendali.dataset, cara).teks;
const terbaca = (satu, cara) => baca(satu, cara) ?? "tidak terbaca";

// Whether the answer Indonesia or Inggris would make a number of it.
function ragu(satu) {
  const { tebakan } = bacaSel(satu.teks, satu.kendali.dataset);
  return tebakan !== undefined && ["indonesia", "inggris"].some((cara) => baca(satu, cara) !== undefined);
}

async function tanyaFormat(sel) {
  return tanya({
    judul: "Format angka pada data yang ditempel?",
    pesan: "Sebagian angka dapat dibaca lebih dari satu cara.",
    pilihan: [["indonesia", "1.234,56 Indonesia"], ["inggris", "1,234.56 Inggris"]],
    kepala: ["Tertulis", "Dibaca Indonesia", "Dibaca Inggris"],
    contoh: sel.filter(ragu).slice(0, 5).map((satu) => [satu.teks, terbaca(satu, "indonesia"), terbaca(satu, "inggris")]),
    tombol: "Tempel",
  });
}

async function tanyaCara() {
  return tanya({
    judul: "Cocokkan menurut nama?",
    pesan: "Kolom pertama yang ditempel berisi nama baris tabel ini.",
    pilihan: [["nama", "Cocokkan menurut nama baris"], ["posisi", "Tempel mulai dari sel yang dipilih"]],
    tombol: "Lanjutkan",
  });
}

// A field of one line would swallow line breaks, and with them the gap between two numbers.
const sebaris = (kendali, teks) => (kendali.tagName === "TEXTAREA" ? teks : teks.replace(/\s*[\r\n]+\s*/g, " ")).trim();

function pasang(lembar, { kendali, teks }, cara) {
  if (kendali.tagName === "SELECT") return pilih(lembar, kendali, teks);
  const hasil = bacaSel(teks, kendali.dataset, cara);
  kendali.value = hasil.teks ?? sebaris(kendali, teks);
  lembar.lupakanPenolakan(kendali);
  lembar.periksa(kendali);
  return !lembar.salah(kendali);
}

function pilih(lembar, kendali, teks) {
  const butir = [...kendali.options].find((satu) => sama(satu.text, teks));
  if (butir) kendali.value = butir.value;
  else lembar.tandai(kendali, `“${teks.trim()}” bukan pilihan di sini.`);
  return Boolean(butir);
}

export class Tempel {
  constructor(lembar, { kabar, padaUbah }) {
    Object.assign(this, { lembar, kabar, padaUbah, langkah: null });
  }

  // Whether this text is a block; one text for one cell is left to the browser.
  blok(kendali, teks) {
    const baris = /\t/.test(teks) || (/[\r\n]/.test(teks) && kendali.tagName !== "TEXTAREA");
    return baris || (kendali.tagName === "SELECT" && isi(teks));
  }

  async tempel(jangkar, teks) {
    const blok = bacaTsv(teks);
    const bernama = cariNama(this.lembar, blok);
    const cara = bernama ? await tanyaCara() : "posisi";
    if (!cara) return this.kabar("Tidak ada yang ditempel.");
    const rencana = (cara === "nama" ? menurutNama : menurutPosisi)(this.lembar, blok, jangkar);
    const format = rencana.sel.some(ragu) ? await tanyaFormat(rencana.sel) : "";
    if (format === null) return this.kabar("Tidak ada yang ditempel.");
    return this.#terapkan(rencana, format);
  }

  #terapkan({ sel, luar, terkunci }, format) {
    this.langkah = { sel: sel.map(({ kendali }) => [kendali, kendali.value]), diketik: new Set() };
    const salah = sel.filter((satu) => !pasang(this.lembar, satu, format)).length;
    const bagian = [`${sel.length} sel ditempel`];
    if (salah) bagian.push(`${salah} perlu diperbaiki`);
    if (terkunci) bagian.push(`${terkunci} tidak dapat diisi dilewati`);
    if (luar) bagian.push(`${luar} di luar tabel diabaikan`);
    this.kabar(`${bagian.join(", ")}. Ctrl+Z untuk membatalkan.`);
    this.padaUbah(this.#baris());
  }

  #baris() {
    return [...new Set(this.langkah.sel.map(([kendali]) => kendali.closest("tr")))];
  }

  // Take back the last block; not where the user has typed since, there the browser undoes the typing.
  urungkan(kendali) {
    if (!this.langkah || this.langkah.diketik.has(kendali)) return false;
    const baris = this.#baris();
    for (const [satu, nilai] of this.langkah.sel) {
      satu.value = nilai;
      this.lembar.bersihkan(satu);
      this.lembar.periksa(satu);
    }
    const jumlah = this.langkah.sel.length;
    this.langkah = null;
    this.kabar(`Tempelan ${jumlah} sel dibatalkan.`);
    this.padaUbah(baris);
    return true;
  }

  catatKetikan(kendali) {
    this.langkah?.diketik.add(kendali);
  }
}
