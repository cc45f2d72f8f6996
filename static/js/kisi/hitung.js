// Values shown while typing, by the rules of docs/rumus.md and with their exactness. The server's replace
// them after saving; a cell where the two would differ on what the page came with is left to the server.

import { baca, cetak, persen, takDisebut } from "./baca.js";

// Exact arithmetic: [p, q] is p / q, with q above 0.
const NOL = [0n, 1n];
const SERATUS = [100n, 1n];
export function pecahan(teks) {
  const [utuh, desimal = ""] = teks.split(".");
  return [BigInt(utuh + desimal), 10n ** BigInt(desimal.length)];
}
const tambah = ([a, b], [c, d]) => (b === d ? [a + c, b] : [a * d + c * b, b * d]);
const kurangi = (a, [c, d]) => tambah(a, [-c, d]);
const kali = ([a, b], [c, d]) => [a * c, b * d];
const bagi = ([a, b], [c, d]) => (c < 0n ? [-a * d, -b * c] : [a * d, b * c]);
const jumlahkan = (isi) => isi.reduce(tambah, NOL);
const lebih = (a, b) => kurangi(a, b)[0] > 0n;

// Round half up (away from zero) to so many decimals, as a decimal string.
function bulatkan([p, q], desimal) {
  const besar = p < 0n ? -p : p;
  const bulat = (2n * besar * 10n ** BigInt(desimal) + q) / (2n * q);
  const digit = String(bulat).padStart(desimal + 1, "0");
  const utuh = desimal ? `${digit.slice(0, -desimal)}.${digit.slice(-desimal)}` : digit;
  return p < 0n && bulat ? `-${utuh}` : utuh;
}

// Printing (R12): two decimals at most; money shows sen with both digits or not at all.
const tanpaNol = (nilai) => (nilai.includes(".") ? nilai.replace(/\.?0+$/, "") : nilai);
const cetakAngka = (nilai) => cetak(tanpaNol(bulatkan(nilai, 2)));
function cetakUang(nilai) {
  const hasil = bulatkan(nilai, 2);
  return cetak(hasil.endsWith(".00") ? tanpaNol(hasil) : hasil);
}

// Percent; what is not 100 never prints as 100.
export function cetakPersen(nilai) {
  const hasil = tanpaNol(bulatkan(nilai, 2));
  if (hasil !== "100" || nilai[0] === 100n * nilai[1]) return `${cetak(hasil)}%`;
  return lebih(nilai, SERATUS) ? "100,01%" : "99,99%";
}

function cetakPorsi(nilai) {
  const angka = cetak(tanpaNol(bulatkan(nilai, 4)));
  return angka === "100" ? angka : `${angka} (harus 100)`;
}

// A realisasi with its satuan, or with its letter: "96%", "4 Dokumen", "BB (75)".
export function cetakNilai({ angka, huruf = "", tanpa }, { satuan, skala }) {
  if (tanpa) return "–";
  if (!angka) return huruf;
  const teks = cetakAngka(angka);
  if (skala) return hurufDari(angka, skala) ? `${hurufDari(angka, skala)} (${teks})` : teks;
  if (persen(satuan)) return cetakPersen(angka);
  return takDisebut(satuan) ? teks : `${teks} ${satuan.trim()}`;
}

// R1 and R2; null where there is no capaian.
export function capaian(target, realisasi, arah = "positif", formula = "selisih") {
  if (target[0] < 0n) return null;
  if (arah === "positif") return target[0] ? bagi(kali(realisasi, SERATUS), target) : null;
  if (!target[0]) return realisasi[0] <= 0n ? SERATUS : NOL;
  if (formula === "rasio") return realisasi[0] > 0n ? bagi(kali(target, SERATUS), realisasi) : null;
  return bagi(kali(kurangi(tambah(target, target), realisasi), SERATUS), target);
}

// R10: the letter of a number, and the capaian of letters that came without one.
function hurufDari(angka, { huruf, desimal }) {
  const terukur = desimal === null ? angka : pecahan(bulatkan(angka, desimal));
  const milik = huruf.find(([, batas, terbuka]) => batas && (terbuka ? lebih(terukur, pecahan(batas)) : !lebih(pecahan(batas), terukur)));
  return milik?.[0] ?? "";
}

function capaianHuruf(target, realisasi, skala) {
  const [t, r] = [target, realisasi].map(({ angka, huruf }) => skala.huruf.find(([nama]) => nama === (angka ? hurufDari(angka, skala) : huruf)));
  if (!t || !r) return null;
  if (t === r) return SERATUS;
  return t[1] && r[1] ? capaian(pecahan(t[1]), pecahan(r[1])) : null;
}

const rasio = (pembilang, penyebut, { faktor }) => ({ pembilang, penyebut, angka: bagi(kali(pembilang, pecahan(faktor)), penyebut) });
const besar = (a, b) => (lebih(b, a) ? b : a);

// R11: the value up to the last of these triwulan.
export function akumulasikan(triwulan, bahan) {
  const ada = triwulan.filter(({ tanpa }) => !tanpa);
  if (!ada.length) return triwulan.find(({ tanpa }) => tanpa !== BELUM.tanpa) ?? BELUM;
  const jumlah = (nama) => jumlahkan(ada.map((satu) => satu[nama]));
  if (bahan.rasio && ada.every(({ penyebut }) => penyebut)) {
    return bahan.metode === "jumlah" ? rasio(jumlah("pembilang"), jumlah("penyebut"), bahan) : ada.at(-1);
  }
  if (bahan.metode === "terakhir" || ada.some(({ angka }) => !angka)) return ada.at(-1);
  if (bahan.metode === "maksimum") return { angka: ada.map(({ angka }) => angka).reduce(besar) };
  return { angka: bahan.metode === "jumlah" ? jumlah("angka") : bagi(jumlah("angka"), [BigInt(ada.length), 1n]) };
}

const BELUM = { tanpa: "belum diisi" };
const BILANGAN = ["angka", "pembilang", "penyebut"];
export const urai = (isi) => Object.fromEntries(Object.entries(isi).map(([nama, teks]) => [nama, BILANGAN.includes(nama) ? pecahan(teks) : teks]));

// What a row of realisasi holds for its period. `nilai` and `teks` look into its cells.
export function bacaRealisasi({ nilai, teks, bahan }, akhiran = "") {
  if (teks(`tidak_ada_kejadian${akhiran}`) === "Ya") return { tanpa: "tidak ada kejadian" };
  const [pembilang, penyebut, angka] = ["pembilang", "penyebut", "nilai"].map((nama) => nilai(nama + akhiran));
  if (penyebut) return pembilang && penyebut[0] > 0n ? rasio(pembilang, penyebut, bahan) : BELUM;
  const huruf = teks(`huruf${akhiran}`);
  if (angka) return { angka };
  return huruf && huruf !== "–" ? { huruf } : BELUM;
}

function sampai(nomor, milik, akhir) {
  const kini = bacaRealisasi(milik);
  if (!nomor) return kini;
  const triwulan = milik.bahan.triwulan.map((satu, i) => (i === nomor - 1 ? kini : urai(satu)));
  return akumulasikan(triwulan.slice(0, akhir), milik.bahan);
}

// The capaian of a target and a realisasi, or why there is none (KS-09).
export function pencapaian(target, realisasi, { arah, formula, skala }) {
  const alasan = target.tanpa ? `target ${target.tanpa}` : realisasi.tanpa ? `realisasi ${realisasi.tanpa}` : "";
  if (alasan) return { alasan };
  if (target.angka && realisasi.angka) return { persen: capaian(target.angka, realisasi.angka, arah, formula) };
  return { persen: skala ? capaianHuruf(target, realisasi, skala) : null };
}

export const cetakPencapaian = ({ persen: nilai, alasan = "tidak dapat dihitung" }) => (nilai ? cetakPersen(nilai) : `– (${alasan})`);

// Formulas of a row of realisasi: "kumulatif:3" up to triwulan III, "pencapaian:0,2023" of a whole year.
const KINERJA = {
  kumulatif: ([nomor], milik) => sampai(Number(nomor), milik, Number(nomor)),
  pencapaian([nomor, tahun = ""], milik) {
    const realisasi = tahun ? bacaRealisasi(milik, tahun) : sampai(Number(nomor), milik, 4);
    return pencapaian(urai(milik.bahan[`target${tahun}`] ?? BELUM), realisasi, { ...milik.bahan, ...milik.tr.dataset });
  },
};

// Formulas of groups of operands, "a,b;c,d"; null is an operand without a value.
const ada = (isi) => isi.filter((satu) => satu !== null);
const pertama = (isi) => ada(isi)[0] ?? NOL;
const berdua = (hitung) => ([[a, b]], data) => (a === null || b === null ? null : hitung(a, b, data));
const total = (kelompok) => (ada(kelompok.flat()).length ? jumlahkan(ada(kelompok.flat())) : null);
const RUMUS = {
  jumlah: total,
  porsi: total,
  selisih: berdua(kurangi),
  kurang: berdua((a, b) => (lebih(b, a) ? NOL : kurangi(a, b))),
  persen: berdua((a, b) => (a[0] > 0n ? capaian(a, b) : null)),
  capaian: berdua((a, b, { arah, formula }) => capaian(a, b, arah, formula)),
  // The first of each group that is there: an empty perubahan leaves the murni. None at all is 0.
  berlaku: (kelompok) => jumlahkan(kelompok.map(pertama)),
  // The same of cumulative triwulan, last one first; without any of the last there is no value.
  sampai: (kelompok) => (kelompok.some(([kini]) => kini !== null) ? jumlahkan(kelompok.map(pertama)) : null),
};
const CETAK = { persen: cetakPersen, capaian: cetakPersen, porsi: cetakPorsi, pencapaian: cetakPencapaian };

export class Hitungan {
  constructor(lembar) {
    this.lembar = lembar;
    this.kolom = new Map(lembar.kolom.map((satu) => [satu.nama, satu]));
    this.kaki = lembar.tabel.tFoot?.rows[0] ?? null;
    this.anak = new Map();
    for (const tr of lembar.baris()) if (tr.dataset.induk) this.anak.set(tr.dataset.induk, [...(this.anak.get(tr.dataset.induk) ?? []), tr]);
    this.ingat = new Map();
    this.abaikan = new Set();
    this.tersimpan = true; // compare on what is stored, whatever has been typed by now
    for (const [sel, teks] of this.#semua(lembar.baris())) if (sel.textContent.trim() !== teks) this.abaikan.add(sel);
    this.tersimpan = false;
  }

  // Rows after a change of their cells, the sums above them, and the totals.
  segarkan(baris) {
    this.ingat.clear();
    const semua = new Set();
    for (let tr of baris) for (; tr; tr = this.lembar.cariBaris(tr.dataset.induk)) semua.add(tr);
    for (const [sel, teks] of this.#semua(semua)) {
      if (!this.abaikan.has(sel) && sel.textContent !== teks) sel.textContent = teks;
    }
  }

  // The computed cells of these rows and of the foot with their texts.
  *#semua(baris) {
    for (const tr of this.kaki ? [...baris, this.kaki] : baris) {
      for (const [nama, sel] of this.lembar.keluaran(tr)) {
        const kolom = this.kolom.get(nama);
        if (this.#berjumlah(tr) ? sel.textContent.trim() : kolom.hitung) yield [sel, this.#teks(tr, kolom)];
      }
    }
  }

  #teks(tr, kolom) {
    const nilai = this.#nilai(tr, kolom.nama);
    const rumus = kolom.hitung?.split(":")[0];
    if (nilai === null) return "–";
    if (rumus === "kumulatif") return cetakNilai(nilai, bahan(tr));
    return (CETAK[rumus] ?? (this.#uang(kolom.nama) ? cetakUang : cetakAngka))(nilai);
  }

  // Whether a column holds money, or a sum of money.
  #uang(nama) {
    const { jenis, hitung } = this.kolom.get(nama);
    const operan = hitung?.split(/[:,;]/)[1];
    return jenis === "uang" || (this.kolom.has(operan) && this.#uang(operan));
  }

  #nilai(tr, nama) {
    const tempat = `${tr.dataset.baris} ${nama}`;
    if (!this.ingat.has(tempat)) this.ingat.set(tempat, this.#cari(tr, nama));
    return this.ingat.get(tempat);
  }

  #cari(tr, nama) {
    const { hitung, jumlahkan: jumlah = `jumlah:${nama}` } = this.kolom.get(nama) ?? {};
    const tepat = bahan(tr).kolom?.[nama];
    if (tepat) return pecahan(tepat);
    if (this.lembar.kendali(tr, nama)) return this.#isi(tr, nama);
    if (this.#berjumlah(tr)) return hitung?.startsWith("persen:") ? this.#rumus(hitung, [tr]) : this.#rumus(jumlah, this.#daun(tr));
    return hitung ? this.#rumus(hitung, [tr]) : this.#isi(tr, nama);
  }

  // What a cell holds, entered or printed.
  #teksSel(tr, nama) {
    const kendali = this.lembar.kendali(tr, nama);
    if (!kendali) return this.lembar.keluaran(tr).get(nama)?.textContent.trim() ?? "";
    return this.tersimpan ? this.lembar.keadaan.get(kendali).dasar : kendali.value;
  }

  #isi(tr, nama) {
    const { nilai = null, ragu } = baca(this.#teksSel(tr, nama), this.lembar.kendali(tr, nama)?.dataset.satuan);
    return ragu || nilai === null ? null : pecahan(nilai);
  }

  #rumus(teks, baris) {
    const [nama, operan] = teks.split(":");
    if (KINERJA[nama]) return this.#kinerja(KINERJA[nama], operan.split(","), baris[0]);
    const kelompok = operan.split(";").map((satu) => satu.split(","));
    const isi = baris.flatMap((tr) => kelompok.map((satu) => satu.map((kolom) => this.#nilai(tr, kolom))));
    return RUMUS[nama](isi, baris[0]?.dataset);
  }

  #kinerja(rumus, operan, tr) {
    if (!tr.dataset.bahan) return null;
    return rumus(operan, { tr, bahan: bahan(tr), nilai: (nama) => this.#isi(tr, nama), teks: (nama) => this.#teksSel(tr, nama) });
  }

  #berjumlah(tr) {
    return tr === this.kaki || this.anak.has(tr.dataset.baris);
  }

  // The rows below a row of sums that are no sums themselves.
  #daun(tr) {
    if (tr === this.kaki) return this.lembar.baris().filter((satu) => !this.#berjumlah(satu));
    return this.anak.get(tr.dataset.baris).flatMap((satu) => (this.#berjumlah(satu) ? this.#daun(satu) : [satu]));
  }
}

const terurai = new WeakMap();
function bahan(tr) {
  if (!terurai.has(tr)) terurai.set(tr, JSON.parse(tr.dataset.bahan ?? "{}"));
  return terurai.get(tr);
}
