// What the user is told while writing: as in the grids, and an error below the text.

import { Kabar as KabarSimpan } from "../kisi/simpan.js";

export class Kabar extends KabarSimpan {
  constructor(formulir, simpan) {
    super(formulir, simpan, {
      apa: "tulisan",
      tawaran: "Ada tulisan yang belum terkirim",
      masuk: formulir.dataset.masuk,
      tertutup: "naskah ini tidak lagi menerima perubahan",
      bilahTertutup: "Naskah ini tidak lagi menerima perubahan. Salin tulisan Anda bila masih diperlukan, lalu muat ulang halaman.",
    });
    this.galat = formulir.querySelector("[data-galat]");
  }

  perbarui() {
    super.perbarui();
    if (this.galat.textContent !== this.simpan.galat) this.galat.textContent = this.simpan.galat;
  }

  keadaan() {
    const { simpan } = this;
    if (simpan.sedang) return ["menyimpan", "Menyimpan…"];
    if (simpan.bentrok) return ["bentrok", "Bentrok – pilih naskah yang dipakai"];
    if (simpan.sebab) return ["tertunda", `Belum tersimpan – ${this.sebab}`];
    if (simpan.galat) return ["tertunda", "Belum tersimpan – naskah perlu diperbaiki"];
    if (simpan.kotor()) return ["tertunda", "Belum tersimpan"];
    return simpan.pada ? ["tersimpan", `Semua perubahan tersimpan ${simpan.pada}`] : ["", this.awal];
  }
}
