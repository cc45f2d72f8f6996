// Values shown while typing. The server's replace them after saving; where the two would differ on what
// the page came with, the browser leaves the column to the server.

import { baca, cetak } from "./baca.js";

const SKALA = 30;
const SATUAN = 10n ** BigInt(SKALA);

// Exact arithmetic: a decimal string as a whole number of 10^-30.
function pecah(nilai) {
  const [utuh, pecahan = ""] = nilai.replace("-", "").split(".");
  const besar = BigInt(utuh + pecahan.padEnd(SKALA, "0"));
  return nilai.startsWith("-") ? -besar : besar;
}

// Round half up (away from zero) to so many decimals: pembilang / penyebut as a decimal string.
function bagi(pembilang, penyebut, desimal) {
  const negatif = pembilang < 0n !== penyebut < 0n;
  const [a, b] = [pembilang < 0n ? -pembilang : pembilang, penyebut < 0n ? -penyebut : penyebut];
  const bulat = (2n * a * 10n ** BigInt(desimal) + b) / (2n * b);
  return geserKoma(bulat, desimal, negatif);
}

function geserKoma(bulat, desimal, negatif) {
  const digit = String(bulat).padStart(desimal + 1, "0");
  const utuh = desimal ? `${digit.slice(0, -desimal)}.${digit.slice(-desimal)}` : digit;
  return negatif && bulat ? `-${utuh}` : utuh;
}

const tanpaNol = (nilai) => (nilai.includes(".") ? nilai.replace(/\.?0+$/, "") : nilai);

// Percent with two decimals at most; what is not 100 never prints as 100.
function cetakPersen(pembilang, penyebut) {
  let hasil = tanpaNol(bagi(pembilang, penyebut, 2));
  const lebih = pembilang - 100n * penyebut;
  if (hasil === "100" && lebih) hasil = lebih > 0n === penyebut > 0n ? "100.01" : "99.99";
  return `${cetak(hasil)}%`;
}

// The capaian as printed (R1, R2); null where it cannot be computed. Target and realisasi are decimal strings.
export function capaian(target, realisasi, arah = "positif", formula = "selisih") {
  const [t, r] = [pecah(target), pecah(realisasi)];
  if (t < 0n) return null;
  if (arah === "positif") return t ? cetakPersen(100n * r, t) : null;
  if (!t) return r <= 0n ? "100%" : "0%";
  if (formula === "rasio") return r > 0n ? cetakPersen(100n * t, r) : null;
  return cetakPersen(100n * (2n * t - r), t);
}

// Money shows sen with two digits or none; other numbers two decimals at most.
export function cetakJumlah(besar, uang) {
  const hasil = bagi(besar, SATUAN, 2);
  return cetak(uang && !hasil.endsWith(".00") ? hasil : tanpaNol(hasil));
}

const ada = (isi) => isi.filter((satu) => satu !== null);
const jumlahkan = (isi) => ada(isi).reduce((hasil, satu) => hasil + pecah(satu), 0n);

// Each takes operands (decimal strings or null) and gives {nilai, teks}, or null without a value.
const RUMUS = {
  jumlah: (isi, { uang }) => ada(isi).length ? bungkus(jumlahkan(isi), uang) : null,
  selisih: ([a, b], { uang }) => a === null || b === null ? null : bungkus(pecah(a) - pecah(b), uang),
  capaian: ([t, r], { arah, formula }) => persenAtau(t, r, (...isi) => capaian(...isi, arah, formula)),
  persen: ([t, r]) => persenAtau(t, r, capaian),
};
const bungkus = (besar, uang) => ({ nilai: bagi(besar, SATUAN, SKALA), teks: cetakJumlah(besar, uang) });

function persenAtau(target, realisasi, rumus) {
  const teks = target === null || realisasi === null ? null : rumus(target, realisasi);
  return teks === null ? null : { nilai: baca(teks).nilai, teks };
}

// Formulas of a grid: columns from data-hitung ("jumlah:operasi,modal"), totals of the foot by adding up.
export class Hitungan {
  constructor(lembar) {
    this.lembar = lembar;
    this.kolom = lembar.kolom.filter(({ hitung }) => hitung).map((kolom) => {
      const [nama, operan] = kolom.hitung.split(":");
      return { ...kolom, rumus: RUMUS[nama], operan: operan.split(",") };
    });
    this.kolom = this.kolom.filter((kolom) => this.#cocok(kolom));
    this.kaki = this.#kaki();
  }

  // Rows after a change of their cells, then the totals.
  segarkan(baris) {
    for (const tr of baris) for (const kolom of this.kolom) this.#hitungSel(tr, kolom);
    for (const { sel, hitung } of this.kaki) this.#tampilkan(sel, hitung()?.teks);
  }

  terima(hasil) {
    for (const [kunci, kolom, teks] of hasil) {
      const sel = this.lembar.keluaran(kunci, kolom);
      if (sel) this.#tampilkan(sel, teks);
    }
  }

  #tampilkan(sel, teks = "–") {
    if (sel.textContent !== teks) sel.textContent = teks;
  }

  #hitung(tr, { rumus, operan }) {
    const isi = operan.map((nama) => this.lembar.nilai(tr, nama));
    const uang = this.lembar.uang(operan[0]);
    return rumus(isi, { uang, arah: tr.dataset.arah, formula: tr.dataset.formula });
  }

  #hitungSel(tr, kolom) {
    const sel = this.lembar.keluaran(tr.dataset.baris, kolom.nama);
    if (sel) this.#tampilkan(sel, this.#hitung(tr, kolom)?.teks);
  }

  // Whether the formula gives what the server printed, wherever all operands are there.
  #cocok(kolom) {
    return kolom.rumus && this.lembar.baris().every((tr) => {
      const sel = this.lembar.keluaran(tr.dataset.baris, kolom.nama);
      const lengkap = kolom.operan.every((nama) => this.lembar.nilai(tr, nama) !== null);
      return !sel || !lengkap || (this.#hitung(tr, kolom)?.teks ?? "–") === sel.textContent.trim();
    });
  }

  #kaki() {
    return this.lembar.kolom.flatMap(({ nama }) => {
      const sel = this.lembar.keluaran("jumlah", nama);
      const semua = () => this.#jumlahKolom(nama, this.lembar.baris());
      const isian = () => this.#jumlahKolom(nama, this.lembar.baris().filter((tr) => this.lembar.kendali(tr, nama)));
      const hitung = [semua, isian].find((satu) => sel && satu()?.teks === sel.textContent.trim());
      return hitung ? [{ sel, hitung }] : [];
    });
  }

  #jumlahKolom(nama, baris) {
    return RUMUS.jumlah(baris.map((tr) => this.lembar.nilai(tr, nama)), { uang: this.lembar.uang(nama) });
  }
}
