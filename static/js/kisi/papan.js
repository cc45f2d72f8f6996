// Hands on the grid: the keyboard as in a spreadsheet, and blocks of cells to and from the clipboard.

import { bacaSel } from "./baca.js";
import { tanya } from "./jaga.js";

const bergaris = (kendali) => kendali.tagName === "TEXTAREA";
const berteks = (kendali) => kendali.tagName !== "SELECT";

export class Tombol {
  constructor(lembar, { padaUbah }) {
    Object.assign(this, { lembar, padaUbah, menyunting: false, semula: "" });
    lembar.tabel.addEventListener("focusin", ({ target }) => this.#mulai(target));
    lembar.tabel.addEventListener("keydown", (event) => this.#tekan(event));
  }

  #mulai(kendali) {
    this.menyunting = false;
    this.semula = kendali.value;
  }

  #tekan(event) {
    const kendali = event.target;
    if (!this.lembar.keadaan.has(kendali) || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.#jalankan(kendali, event)) event.preventDefault();
  }

  // Whether the key was ours.
  #jalankan(kendali, { key, shiftKey }) {
    if (key === "Enter") return !bergaris(kendali) && this.#pindah(kendali, shiftKey ? -1 : 1, 0, true);
    if (key === "Escape") return this.#kembalikan(kendali);
    if (key === "F2") return this.#sunting(kendali);
    if (shiftKey) return false;
    if (key === "ArrowUp") return this.#bebas(kendali, "atas") && this.#pindah(kendali, -1, 0, true);
    if (key === "ArrowDown") return this.#bebas(kendali, "bawah") && this.#pindah(kendali, 1, 0, true);
    if (key === "ArrowLeft") return this.#diTepi(kendali, 0) && this.#pindah(kendali, 0, -1);
    if (key === "ArrowRight") return this.#diTepi(kendali, kendali.value.length) && this.#pindah(kendali, 0, 1);
    return false;
  }

  // Arrows up and down choose in a list, and move in a text of several lines until its end.
  #bebas(kendali, arah) {
    if (!berteks(kendali)) return false;
    return !bergaris(kendali) || this.#diTepi(kendali, arah === "atas" ? 0 : kendali.value.length);
  }

  #diTepi(kendali, tepi) {
    if (!berteks(kendali)) return true;
    if (this.menyunting) return false;
    const { selectionStart: awal, selectionEnd: akhir, value } = kendali;
    return (awal === 0 && akhir === value.length) || (awal === tepi && akhir === tepi);
  }

  // To the next cell in this direction that may be entered. `habis`: the key is ours even at the edge.
  #pindah(kendali, turun, kanan, habis = false) {
    const baris = this.lembar.baris();
    let [i, j] = [baris.indexOf(kendali.closest("tr")), this.lembar.nomorKolom(kendali)];
    for (;;) {
      [i, j] = [i + turun, j + kanan];
      if (i < 0 || j < 0 || i >= baris.length || j >= this.lembar.kolom.length) return habis;
      const tujuan = this.lembar.kendaliPada(baris[i], j);
      if (!tujuan) continue;
      tujuan.focus();
      if (berteks(tujuan)) tujuan.select();
      return true;
    }
  }

  #sunting(kendali) {
    this.menyunting = true;
    if (berteks(kendali)) kendali.setSelectionRange(kendali.value.length, kendali.value.length);
    return true;
  }

  #kembalikan(kendali) {
    this.menyunting = false;
    if (kendali.value !== this.semula) {
      kendali.value = this.semula;
      this.padaUbah(kendali);
    }
    if (berteks(kendali)) kendali.select();
    return true;
  }
}

const sama = (a, b) => a.trim().toLowerCase() === b.trim().toLowerCase();
const isi = (teks) => teks.trim() !== "";

// Rows of cells, with quotes and line breaks as Excel, LibreOffice and WPS write them.
function bacaTsv(teks) {
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
function tulisTsv(lembar) {
  const kepala = ["", ...lembar.kolom.map(({ judul }) => judul)];
  const kaki = [...(lembar.tabel.tFoot?.rows ?? [])];
  const baris = [...lembar.baris().filter((tr) => !lembar.baru(tr)), ...kaki];
  const akhir = lembar.kolom.length + 1;
  const tabel = [kepala, ...baris.map((tr) => [lembar.judul(tr), ...[...tr.cells].slice(1, akhir).map(teksSel)])];
  return tabel.map((satu) => satu.map(kutipTsv).join("\t")).join("\n");
}

// A table that brings its row names along can be matched by them, and by its column titles. A list that
// takes new rows takes those of another list, too.
function cariNama(lembar, blok) {
  const nama = blok.filter(([pertama]) => isi(pertama));
  const cocok = nama.filter(([pertama]) => cariBaris(lembar, pertama)).length;
  if (blok[0].length < 2 || !nama.length) return false;
  return cocok >= 0.6 * Math.max(nama.length - 1, 1) || Boolean(lembar.contoh && !isi(blok[0][0]) && kolomMenurutJudul(lembar, blok[0]));
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

// Rows by their names, in a list also new ones. The names themselves are pasted where they are cells.
function menurutNama(lembar, blok, jangkar) {
  const judul = kolomMenurutJudul(lembar, blok[0]);
  const data = judul ? blok.slice(1) : blok;
  const kolom = lembar.nomorKolom(jangkar);
  const kosong = barisKosong(lembar);
  const baris = data.map(([nama]) => cariBaris(lembar, nama) ?? kosong.next().value);
  if (judul) return tempatkan(lembar, data.map((satu) => satu.slice(1)), (i) => baris[i], (j) => judul[j] ?? -1);
  const bernama = data.some(([nama], i) => baris[i] && sama(lembar.kendaliPada(baris[i], kolom)?.value ?? "", nama));
  return tempatkan(lembar, bernama ? data : data.map((satu) => satu.slice(1)), (i) => baris[i], (j) => kolom + j);
}

function* barisKosong(lembar) {
  yield* lembar.baris().filter((tr) => tr.classList.contains("baru") && !lembar.kotor(tr));
  while (lembar.contoh) yield lembar.tambahBaris();
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

// The clipboard needs a secure context; an office server without HTTPS gets the older way.
async function salin(teks) {
  if (navigator.clipboard) return navigator.clipboard.writeText(teks);
  const wadah = document.createElement("textarea");
  wadah.value = teks;
  document.body.append(wadah);
  wadah.select();
  document.execCommand("copy");
  return wadah.remove();
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

  salin() {
    return salin(tulisTsv(this.lembar));
  }

  catatKetikan(kendali) {
    this.langkah?.diketik.add(kendali);
  }
}
