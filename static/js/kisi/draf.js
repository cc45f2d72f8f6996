// A copy on this device of what is not saved yet, kept per user and address; offered back on the next visit.

export const AWALAN = "lkip-draf:";
const UMUR = 7 * 24 * 60 * 60 * 1000;

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
    this.kunci = `${AWALAN}${lembar.tabel.dataset.pengguna}:${location.pathname}`;
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
    const tr = this.lembar.baris().find((satu) => satu.dataset.baris === kunci);
    return tr && this.lembar.kendali(tr, kolom);
  }

  // Put the offered draft back into the table, but not over what was typed meanwhile.
  // Returns the rows, and what has no place any more as [kolom, teks].
  pulihkan() {
    const [pulih, sisa] = [new Set(), []];
    for (const [kunci, sel] of Object.entries(this.tawaran.baris)) {
      const kosong = kunci.startsWith("baru") && this.#barisKosong()?.dataset.baris;
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

  #barisKosong() {
    const baru = this.lembar.baris().filter((tr) => this.lembar.baru(tr));
    return baru.find((tr) => !this.lembar.kotor(tr)) ?? this.lembar.tambahBaris();
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
