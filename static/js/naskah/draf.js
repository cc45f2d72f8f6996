// A copy on this device of a text that is not saved yet.

import { kunciDraf, UMUR } from "../kisi/jaga.js";

export class Draf {
  constructor(formulir) {
    this.kunci = kunciDraf(formulir.dataset);
    this.berhenti = false;
  }

  // {pada, baris, versi, bertanda}: in the shape of the drafts of grids, so that one rule clears both.
  tulis(teks, versi, bertanda) {
    if (this.berhenti) return;
    const baris = { naskah: { isi: { teks } } };
    try {
      localStorage.setItem(this.kunci, JSON.stringify({ pada: Date.now(), baris, versi, bertanda }));
    } catch {
      // A full or forbidden store: the page itself still holds the text, and says that it is not saved.
    }
  }

  cari() {
    try {
      const isi = JSON.parse(localStorage.getItem(this.kunci));
      if (Date.now() - isi?.pada < UMUR) return { ...isi, teks: isi.baris.naskah.isi.teks };
    } catch {
      // Not ours, or broken: as good as none.
    }
    this.buang();
    return null;
  }

  buang() {
    localStorage.removeItem(this.kunci);
  }

  // Who signs out leaves no copy.
  hentikan() {
    this.berhenti = true;
  }
}
