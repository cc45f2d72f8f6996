// Numbers as Indonesians write them, read and printed exactly as lkip/baca.py and lkip/angka.py do
// (tests/vektor_angka.json holds for both). A value is a decimal string such as "1234.5", never a float.

export const CONTOH = "Isi dengan angka, misalnya 1.234.567,89.";
const SUSUNAN = "Susunan titik dan koma tidak tepat. Tulis seperti 1.234.567,89.";
const MAKS_ANGKA = 24;
const KOSONG = new Set(["", "-", "–", "—"]);
const TAK_DISEBUT = new Set(["", "indeks", "nilai", "predikat", "skor", "angka", "poin"]);
const SPASI = /[\s\x1c-\x1f\x85]+/g;
const BUNGKUS = /^([-−]?) ?(?:Rp\.?)? ?([-−]?) ?(.*?)(?: ?[,.]-{1,2})?$/i;
const INDONESIA = /^(?:[0-9]+(,[0-9]+)?|[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]+)?)$/;
const INGGRIS = /^(?:[1-9][0-9]{0,2}(,[0-9]{3})+\.[0-9]+|[1-9][0-9]{0,2}(,[0-9]{3}){2,}|[0-9]+\.[0-9]+)$/;
const SATU_KELOMPOK = /^[1-9][0-9]{0,2}\.[0-9]{3}$/;
const KELOMPOK_SPASI = /^[1-9][0-9]{0,2}( [0-9]{3})+(,[0-9]+)?$/;

const rapikan = (teks) => teks.replace(SPASI, " ").trim();
export const persen = (satuan) => ["%", "persen"].includes(rapikan(satuan).toLowerCase());
export const takDisebut = (satuan) => TAK_DISEBUT.has(rapikan(satuan).toLowerCase().split(" ")[0]);
const biasanyaKecil = (satuan) => persen(satuan) || (rapikan(satuan) !== "" && takDisebut(satuan));
const tukar = (teks) => teks.replace(/[.,]/g, (tanda) => (tanda === "." ? "," : "."));

function lepasSatuan(teks, satuan) {
  const sendiri = rapikan(satuan);
  const akhiran = sendiri ? [sendiri, `(${sendiri})`, "%"] : ["%"];
  if (persen(satuan)) akhiran.push("persen");
  for (const akhir of akhiran) {
    if (teks.slice(-akhir.length).toLowerCase() === akhir.toLowerCase()) {
      return teks.slice(0, -akhir.length).trimEnd();
    }
  }
  return teks;
}

// The sign, and the digits with their separators; null when there is more than one sign.
function kupas(teks, satuan) {
  let isi = lepasSatuan(teks, satuan);
  const kurung = isi.startsWith("(") && isi.endsWith(")");
  if (kurung) isi = lepasSatuan(isi.slice(1, -1).trim(), satuan);
  const [, luar, dalam, angka] = BUNGKUS.exec(isi);
  const tanda = [kurung, luar, dalam].filter(Boolean);
  return tanda.length > 1 ? null : [tanda.length === 1, angka.replace(/ ?([.,]) ?/g, "$1")];
}

function bulatkanTulisan(digit, negatif) {
  const [utuh, pecahan = ""] = digit.split(".");
  const hasil = utuh.replace(/^0+(?=[0-9])/, "") + `.${pecahan}`.replace(/\.?0*$/, "");
  return negatif && hasil !== "0" ? `-${hasil}` : hasil;
}

const indonesia = (rapat) => rapat.replaceAll(".", "").replace(",", ".");

// `cara` is "indonesia" or "inggris" once somebody has said which of two meanings is right.
function bacaIsi(isi, satuan, cara) {
  const rapat = isi.replaceAll(" ", "");
  if (rapat.replace(/[.,]/g, "").length > MAKS_ANGKA) {
    return { salah: `Isian terlalu panjang, paling banyak ${MAKS_ANGKA} angka.` };
  }
  const terpisah = isi.includes(" ") && !KELOMPOK_SPASI.test(isi);
  if (cara === "inggris" && !terpisah && INDONESIA.test(tukar(rapat))) {
    return { digit: indonesia(tukar(rapat)) };
  }
  if (!cara && SATU_KELOMPOK.test(isi) && biasanyaKecil(satuan)) return { digit: isi, ragu: true };
  if (cara !== "inggris" && INDONESIA.test(rapat)) return { digit: indonesia(rapat), ragu: terpisah };
  if (INGGRIS.test(rapat)) return { digit: rapat.replaceAll(",", ""), ragu: true };
  return { salah: /^[0-9.,]*[0-9][0-9.,]*$/.test(rapat) ? SUSUNAN : CONTOH };
}

// Returns {nilai} with a decimal string or null (blank); with `ragu` the likelier of two meanings; or {salah}.
export function baca(teks, satuan = "", cara = "") {
  const bersih = rapikan(teks);
  if (KOSONG.has(bersih)) return { nilai: null };
  const bagian = kupas(bersih, satuan);
  if (bagian === null) return { salah: CONTOH };
  const { digit, ragu, salah } = bacaIsi(bagian[1], satuan, cara);
  if (salah) return { salah };
  const hasil = { nilai: bulatkanTulisan(digit, bagian[0]), desimal: (digit.split(".")[1] ?? "").length };
  return ragu ? { ...hasil, ragu } : hasil;
}

function bacaRupiah(teks, cara) {
  const hasil = baca(teks, "rupiah", cara);
  if (hasil.salah || hasil.ragu || hasil.nilai === null) return hasil;
  if (hasil.desimal === 3 && !cara) return { nilai: geser(hasil.nilai, 3), ragu: true };
  return hasil;
}

function geser(nilai, n) {
  const [utuh, pecahan = ""] = nilai.split(".");
  return bulatkanTulisan((utuh + pecahan.padEnd(n, "0")).replace("-", ""), utuh.startsWith("-"));
}

const banyakDesimal = (nilai) => (nilai.split(".")[1] ?? "").length;

function periksaNilai(nilai, { jenis, desimal }) {
  if (nilai === null) return "";
  if (jenis === "bulat" && !/^[0-9]+$/.test(nilai)) return "Isi dengan bilangan bulat, nol atau lebih.";
  if (jenis === "uang" && nilai.startsWith("-")) return "Jumlah rupiah tidak boleh negatif.";
  const maksimum = jenis === "uang" ? 2 : Number(desimal || 4);
  return banyakDesimal(nilai) > maksimum ? `Paling banyak ${maksimum} angka di belakang koma.` : "";
}

function kataTarget(teks, { jenis, huruf }) {
  if (jenis !== "target") return false;
  const bersih = rapikan(teks);
  return bersih.toLowerCase() === "tidak ditargetkan" || (huruf === "ya" && /^[A-Za-z]+ ?(\(.*\))?$/.test(bersih));
}

// One cell. `aturan` is the dataset of its control: jenis, satuan, desimal. Gives {teks} to show and send,
// {tebakan} to be confirmed, or {salah}. What is no number is taken as it is, and so are the words and
// letters of a target such as "BB (75)": the server judges them.
export function bacaSel(teks, aturan, cara = "") {
  const { jenis, satuan = "" } = aturan;
  if (!["angka", "uang", "bulat", "target"].includes(jenis) || kataTarget(teks, aturan)) return { teks };
  const hasil = jenis === "uang" ? bacaRupiah(teks, cara) : baca(teks, satuan, cara);
  if (hasil.salah) return { salah: hasil.salah };
  const tulisan = tulis(hasil.nilai, satuan);
  if (hasil.ragu) return { tebakan: tulisan };
  const salah = periksaNilai(hasil.nilai, aturan);
  return salah ? { salah } : { teks: tulisan };
}

// As a cell holds it: every digit, and readable in one way only (1.500 of a percentage is written 1500).
function tulis(nilai, satuan) {
  const teks = nilai === null ? "" : cetak(nilai);
  return SATU_KELOMPOK.test(teks.replace("-", "")) && biasanyaKecil(satuan) ? teks.replace(".", "") : teks;
}

// Every digit of a decimal string: "1234.5" is "1.234,5".
export function cetak(nilai) {
  const [utuh, pecahan] = nilai.split(".");
  return utuh.replace(/\B(?=([0-9]{3})+$)/g, ".") + (pecahan ? `,${pecahan}` : "");
}
