// The keyboard as in a spreadsheet: Enter and arrows move between cells, F2 edits, Esc takes back.

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
