// A grid page: wires the table to keyboard, paste, live values, saving, drafts and conflicts.

import { fokusBentrok, perbaruiPanel, tampilkanBentrok } from "./kisi/bentrok.js";
import { Draf } from "./kisi/draf.js";
import { Hitungan } from "./kisi/hitung.js";
import { Lembar } from "./kisi/lembar.js";
import { Lencana } from "./kisi/lencana.js";
import { jagaPindah } from "./kisi/pindah.js";
import { Penyimpan } from "./kisi/simpan.js";
import { Tempel, tulisTsv } from "./kisi/tempel.js";
import { Tombol } from "./kisi/tombol.js";

class Halaman {
  constructor(tabel) {
    this.lembar = new Lembar(tabel);
    this.formulir = tabel.closest("form");
    this.hitungan = new Hitungan(this.lembar);
    this.draf = new Draf(this.lembar);
    this.simpan = new Penyimpan(this.lembar, {
      padaJawaban: (kiriman, isi) => this.#jawaban(kiriman, isi),
      lapor: () => this.#lapor(),
    });
    this.lencana = new Lencana(this.lembar, this.simpan);
    this.tempel = new Tempel(this.lembar, { kabar: (pesan) => this.lencana.kabar(pesan), padaUbah: (baris) => this.#berubah(baris) });
    new Tombol(this.lembar, { padaUbah: (kendali) => this.#ketik(kendali) });
    this.#dengar(tabel);
    this.#tombolSalin();
    this.#tawarkanDraf();
    jagaPindah(this);
  }

  #dengar(tabel) {
    tabel.addEventListener("input", ({ target }) => this.lembar.keadaan.has(target) && this.#ketik(target, true));
    tabel.addEventListener("focusout", (event) => this.#tinggalkan(event));
    tabel.addEventListener("paste", (event) => this.#tempelkan(event));
    tabel.addEventListener("click", ({ target }) => target.dataset.pakai && this.#pakai(target));
    this.formulir.addEventListener("submit", (event) => { event.preventDefault(); this.simpanSemua(); });
    document.addEventListener("keydown", (event) => this.#pintasan(event));
    document.addEventListener("visibilitychange", () => document.hidden && this.#tutup());
    addEventListener("pagehide", () => this.draf.simpan());
  }

  #ketik(kendali, diketik = false) {
    if (diketik) this.tempel.catatKetikan(kendali);
    this.lembar.lupakanPenolakan(kendali);
    if (this.lembar.salah(kendali)) this.lembar.bersihkan(kendali);
    perbaruiPanel(kendali);
    this.hitungan.segarkan([kendali.closest("tr")]);
    clearTimeout(this.pewaktuDraf);
    this.pewaktuDraf = setTimeout(() => this.draf.simpan(), 400);
    this.#lapor();
  }

  #berubah(baris) {
    this.hitungan.segarkan(baris);
    this.draf.simpan();
    this.simpan.antre(baris);
    this.#lapor();
  }

  #tinggalkan({ target, relatedTarget }) {
    if (!this.lembar.keadaan.has(target)) return;
    const tr = target.closest("tr");
    this.lembar.periksa(target);
    if (!tr.contains(relatedTarget)) this.#berubah([tr]);
    else this.#lapor();
  }

  #tempelkan(event) {
    const teks = event.clipboardData.getData("text/plain");
    if (!this.lembar.keadaan.has(event.target) || !this.tempel.blok(event.target, teks)) return;
    event.preventDefault();
    this.tempel.tempel(event.target, teks);
  }

  #pakai(tombol) {
    const kendali = tombol.closest("td").querySelector("[data-kolom]");
    kendali.value = tombol.dataset.pakai;
    this.#ketik(kendali);
    this.lembar.periksa(kendali);
    kendali.focus();
  }

  #pintasan(event) {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    if (event.key === "s") {
      event.preventDefault();
      this.simpanSemua();
    } else if (event.key === "z" && this.lembar.tabel.contains(event.target) && this.tempel.urungkan(event.target)) {
      event.preventDefault();
    }
  }

  // Save everything now; what stands in the way gets the focus. Returns whether all is saved.
  async simpanSemua() {
    const aktif = document.activeElement;
    if (this.lembar.keadaan.has(aktif)) this.lembar.periksa(aktif);
    await this.simpan.simpanSemua();
    const salah = this.lembar.tabel.querySelector("[aria-invalid=true]");
    if (!fokusBentrok(this.lembar.tabel)) salah?.focus();
    return this.lembar.barisKotor().length === 0;
  }

  #tutup() {
    this.draf.simpan();
    this.simpan.antre(this.lembar.barisKotor());
  }

  #jawaban(kiriman, { baris, hasil }) {
    const mengetik = this.lembar.keadaan.has(document.activeElement);
    for (const tr of kiriman.keys()) {
      const jawaban = baris[tr.dataset.baris];
      if (!jawaban?.bentrok.length) continue;
      tampilkanBentrok(this.lembar, tr, jawaban.oleh, (satu) => this.#berubah([satu]));
      if (!mengetik) fokusBentrok(this.lembar.tabel);
    }
    this.hitungan.terima(hasil);
    this.hitungan.segarkan(this.lembar.barisKotor());
    this.draf.simpan();
    this.#lapor();
  }

  #lapor() {
    this.lencana.perbarui();
    this.padaLapor?.();
  }

  #tombolSalin() {
    const tombol = this.formulir.querySelector("[data-salin]");
    tombol.hidden = false;
    tombol.addEventListener("click", async () => {
      await salin(tulisTsv(this.lembar));
      this.lencana.kabar("Tabel disalin. Tempel di Excel, atau pada tabel lain di sini.");
    });
  }

  #tawarkanDraf() {
    const draf = this.draf.cari();
    if (!draf) return;
    this.lencana.tawarkan(draf.pada, {
      pulihkan: () => {
        const { baris, sisa } = this.draf.pulihkan();
        this.#berubah(baris);
        const tertinggal = sisa.map(([kolom, teks]) => `${kolom}: ${teks}`).join("; ");
        this.lencana.kabar(sisa.length ? `Barisnya sudah tidak ada atau terkunci: ${tertinggal}` : "Isian dipulihkan.");
      },
      buang: () => {
        this.draf.buang();
        this.lencana.kabar("Isian lama dibuang.");
      },
    });
  }
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

for (const tabel of document.querySelectorAll("table.kisi:not([data-terkunci])")) new Halaman(tabel);
