// Nothing typed is lost by leaving: a copy on this device of what is not saved yet, offered back on the
// next visit, and a question before a link or a form leads away.

export function unsur(nama, isi = "", atribut = {}) {
  const hasil = document.createElement(nama);
  hasil.append(...[isi].flat());
  for (const [kunci, nilai] of Object.entries(atribut)) hasil.setAttribute(kunci, nilai);
  return hasil;
}

function pilihanRadio([nilai, label], nomor) {
  const masukan = unsur("input", "", { type: "radio", name: "pilihan", value: nilai, class: "form-check-input" });
  masukan.checked = nomor === 0;
  return unsur("label", [masukan, label], { class: "pilihan" });
}

function tabelContoh(kepala, contoh) {
  const judul = kepala.map((satu) => unsur("th", satu, { scope: "col" }));
  const baris = contoh.map((satu) => unsur("tr", satu.map((teks) => unsur("td", teks))));
  return unsur("table", [unsur("thead", unsur("tr", judul)), unsur("tbody", baris)], { class: "tabel" });
}

// One question at a time: choices, examples, and what the buttons say. null when the user cancels.
export function tanya({ judul, pesan, pilihan = [], kepala = [], contoh = [], tombol, batal = "Batal" }) {
  const lanjut = unsur("button", tombol, { class: "btn btn-primary", value: "lanjut" });
  const tutup = unsur("button", batal, { class: "btn btn-outline-primary", value: "" });
  const isian = unsur("form", [
    unsur("h2", judul, { id: "judul-dialog" }),
    unsur("p", pesan),
    ...(pilihan.length ? [unsur("fieldset", [unsur("legend", "Pilihan", { class: "visually-hidden" }), ...pilihan.map(pilihanRadio)])] : []),
    ...(contoh.length ? [tabelContoh(kepala, contoh)] : []),
    unsur("div", [lanjut, tutup], { class: "tombol" }),
  ], { method: "dialog" });
  const dialog = unsur("dialog", isian, { "aria-labelledby": "judul-dialog", class: "dialog-kisi" });
  const asal = document.activeElement;
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((jawab) => {
    dialog.addEventListener("close", () => {
      const terpilih = isian.querySelector("input[name=pilihan]:checked")?.value ?? "lanjut";
      dialog.remove();
      asal?.focus();
      jawab(dialog.returnValue === "lanjut" ? terpilih : null);
    });
  });
}

const AWALAN = "lkip-draf:";
export const UMUR = 7 * 24 * 60 * 60 * 1000;

// Per user and address; lkip.js clears them at sign-out.
export const kunciDraf = ({ pengguna }) => `${AWALAN}${pengguna}:${location.pathname}`;

function baca(kunci) {
  try {
    return JSON.parse(localStorage.getItem(kunci)) ?? { baris: {} };
  } catch {
    return { baris: {} };
  }
}

function tulis(kunci, isi) {
  try {
    if (Object.keys(isi.baris).length) localStorage.setItem(kunci, JSON.stringify(isi));
    else localStorage.removeItem(kunci);
  } catch {
    // A full or forbidden store: the page itself still holds the values, and says what is not saved.
  }
}

// Drafts of anybody on this device that are older than a week.
function buangLama() {
  for (const kunci of Object.keys(localStorage).filter((satu) => satu.startsWith(AWALAN))) {
    if (!(Date.now() - baca(kunci).pada < UMUR)) localStorage.removeItem(kunci);
  }
}

export class Draf {
  constructor(lembar) {
    this.lembar = lembar;
    this.kunci = kunciDraf(lembar.tabel.dataset);
    this.ditulis = new Set();
    this.tawaran = null;
    this.berhenti = false;
    buangLama();
  }

  // Rows as they are now; what was offered and not answered yet stays, and so do rows of another tab.
  simpan() {
    if (this.berhenti) return;
    const isi = baca(this.kunci);
    for (const kunci of this.ditulis) delete isi.baris[kunci];
    this.ditulis = new Set();
    for (const tr of this.lembar.barisKotor()) {
      isi.baris[tr.dataset.baris] = this.#sel(tr);
      if (this.lembar.baru(tr)) isi.kiriman = { ...isi.kiriman, [tr.dataset.baris]: this.lembar.kiriman(tr) };
      this.ditulis.add(tr.dataset.baris);
    }
    for (const [kunci, sel] of Object.entries(this.tawaran?.baris ?? {})) isi.baris[kunci] = { ...sel, ...isi.baris[kunci] };
    tulis(this.kunci, { ...isi, pada: Date.now() });
  }

  #sel(tr) {
    const berubah = this.lembar.semuaKendali(tr).filter((satu) => this.lembar.baru(tr) || this.lembar.berubah(satu));
    return Object.fromEntries(berubah.map((satu) => [satu.dataset.kolom, { dasar: this.lembar.keadaan.get(satu).dasar, teks: satu.value }]));
  }

  // What the last visit left unsaved: {pada, baris}, without what is stored by now; null when nothing is left.
  cari() {
    const isi = baca(this.kunci);
    for (const [kunci, sel] of Object.entries(isi.baris)) {
      if (Object.entries(sel).every(([kolom, { teks }]) => this.#cari(kunci, kolom)?.value === teks)) delete isi.baris[kunci];
    }
    tulis(this.kunci, isi);
    this.tawaran = Object.keys(isi.baris).length ? isi : null;
    return this.tawaran;
  }

  #cari(kunci, kolom) {
    const tr = this.lembar.cariBaris(kunci);
    return tr && this.lembar.kendali(tr, kolom);
  }

  // Put the offered draft back into the table, but not over what was typed meanwhile.
  // Returns the rows, and what has no place any more as [kolom, teks].
  pulihkan() {
    const [pulih, sisa] = [new Set(), []];
    for (const [kunci, sel] of Object.entries(this.tawaran.baris)) {
      const kosong = kunci.startsWith("baru") && this.#barisKosong(kunci)?.dataset.baris;
      if (kosong && this.tawaran.kiriman?.[kunci]) this.lembar.cariBaris(kosong).dataset.kiriman = this.tawaran.kiriman[kunci];
      for (const [kolom, isi] of Object.entries(sel)) {
        const kendali = this.#cari(kosong || kunci, kolom);
        if (!kendali) sisa.push([kolom, isi.teks]);
        else if (kosong || !this.lembar.berubah(kendali)) pulih.add(this.#pasang(kendali, isi));
      }
      this.ditulis.add(kunci);
    }
    this.tawaran = null;
    return { baris: [...pulih], sisa };
  }

  // An empty row to restore a new one into: that of the same key if it is still empty.
  #barisKosong(kunci) {
    const kosong = this.lembar.baris().filter((tr) => this.lembar.baru(tr) && !this.lembar.kotor(tr));
    return kosong.find((tr) => tr.dataset.baris === kunci) ?? kosong.find((tr) => tr.classList.contains("baru")) ?? this.lembar.tambahBaris();
  }

  #pasang(kendali, { dasar, teks }) {
    const tr = kendali.closest("tr");
    if (!this.lembar.baru(tr)) Object.assign(this.lembar.keadaan.get(kendali), { dasar, tampil: dasar });
    kendali.value = teks;
    this.lembar.periksa(kendali);
    return tr;
  }

  // Who signs out leaves no copy.
  hentikan() {
    this.berhenti = true;
  }

  buang() {
    this.tawaran = null;
    localStorage.removeItem(this.kunci);
    this.simpan();
  }
}

const PINDAH = {
  pesan: "Bila Anda pindah, isian itu ditawarkan kembali pada kunjungan berikutnya di perangkat ini.",
  tombol: "Pindah tanpa menyimpan",
};
const KELUAR = { pesan: "Bila Anda keluar, isian itu hilang dari perangkat ini.", tombol: "Keluar tanpa menyimpan" };

// Unsaved cells are saved before the page is left; if that fails the user is asked.
export function jagaPindah(halaman) {
  const { lembar } = halaman;
  let bebas = false;
  const kotor = () => !bebas && lembar.barisKotor().length > 0;

  const peringatkan = (event) => {
    event.preventDefault();
    event.returnValue = true; // older browsers ask for this alone
  };
  halaman.padaLapor = () => {
    if (kotor() || halaman.simpan.sedang) addEventListener("beforeunload", peringatkan);
    else removeEventListener("beforeunload", peringatkan);
  };

  function bebaskan() {
    bebas = true;
    removeEventListener("beforeunload", peringatkan);
  }

  async function lanjutkan(pergi, pilihan) {
    const sebutan = () => lembar.sebutan ?? `${lembar.barisKotor().length} baris`;
    if (!(await halaman.simpanSemua()) && !(await tanyaPindah(sebutan(), pilihan))) return;
    bebaskan();
    pergi();
  }

  document.addEventListener("click", (event) => {
    const tautan = event.target.closest("a[href]");
    const biasa = tautan && !tautan.target && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!biasa || tautan.getAttribute("href").startsWith("#") || !kotor()) return;
    event.preventDefault();
    lanjutkan(() => location.assign(tautan.href), PINDAH);
  });

  document.addEventListener("submit", async (event) => {
    const formulir = event.target;
    const keluar = formulir.matches("[action='/keluar/']");
    if (formulir === halaman.formulir || formulir.method === "dialog") return;
    const hapus = !bebas && formulir.matches(".hapus") && formulir.querySelector("select");
    if (!hapus && !kotor()) {
      if (keluar) halaman.draf.hentikan();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (hapus && !(await tanyaHapus(hapus))) return;
    if (kotor()) await lanjutkan(() => formulir.requestSubmit(), keluar ? KELUAR : PINDAH);
    else {
      bebaskan();
      formulir.requestSubmit();
    }
  }, true);
}

function tanyaPindah(sebutan, { pesan, tombol }) {
  return tanya({
    judul: "Ada isian yang belum tersimpan",
    pesan: `${sebutan} belum tersimpan. ${pesan}`,
    tombol,
    batal: "Tetap di sini",
  });
}

function tanyaHapus(pilihan) {
  return tanya({
    judul: `Hapus baris “${pilihan.selectedOptions[0].text}”?`,
    pesan: "Baris ini hilang dari tabel; riwayat perubahannya tetap ada.",
    tombol: "Hapus",
  });
}
