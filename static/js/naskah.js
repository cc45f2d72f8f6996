// The page of one section: autosave of the textarea, and the editor in its place once it has loaded.

import { jagaPindah } from "./kisi/jaga.js";
import { Draf } from "./naskah/draf.js";
import { Kabar } from "./naskah/kabar.js";
import { Penyimpan } from "./naskah/simpan.js";

class Halaman {
  constructor(formulir) {
    this.formulir = formulir;
    this.kotak = formulir.elements.isi;
    this.label = document.getElementById("label-naskah");
    this.draf = new Draf(formulir);
    this.simpan = new Penyimpan(formulir, {
      isi: () => this.isi,
      lapor: () => this.#lapor(),
      padaBentrok: (jawaban) => this.#bentrok(jawaban),
    });
    this.kabar = new Kabar(formulir, this.simpan);
    this.lembar = { sebutan: "Naskah ini", barisKotor: () => (this.simpan.kotor() ? [this.kotak] : []) };
    this.#dengar();
    jagaPindah(this);
    this.#mulai();
  }

  get isi() {
    return this.editor ? this.editor.isi : this.kotak.value;
  }

  #dengar() {
    this.kotak.addEventListener("input", () => this.#ketik());
    this.formulir.addEventListener("submit", (event) => this.#kirim(event));
    document.addEventListener("keydown", (event) => {
      if (event.key !== "s" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      this.simpanResmi();
    });
    document.addEventListener("visibilitychange", () => document.hidden && !this.simpan.sebab && this.simpan.simpan());
    addEventListener("pagehide", () => this.#catatDraf());
  }

  // A proposal made on a page that shows a conflict already goes as the form it is.
  #kirim(event) {
    if (event.submitter?.name === "usulan") {
      this.kotak.value = this.isi;
    } else {
      event.preventDefault();
      this.simpanResmi();
    }
  }

  // A finding leads to the text itself. Whoever writes before the editor has come, or where it never comes, goes on in the textarea.
  async #mulai() {
    const modul = this.kotak.dataset.ekstensi && (await import("./naskah/editor.js").catch(() => null));
    const dituju = location.hash === `#${this.kotak.id}`;
    if (modul && !dituju && document.activeElement === this.kotak) {
      this.kotak.addEventListener("blur", () => this.#pasangEditor(modul), { once: true });
    } else if (modul) this.#pasangEditor(modul);
    if (dituju) (this.editor ?? this.kotak).focus();
    this.#tawarkanDraf();
  }

  #pasangEditor({ Editor }) {
    if (this.simpan.kotor() || this.simpan.pada) return;
    this.editor = new Editor(this.kotak, this.label, () => this.#ketik());
    this.simpan.tersimpan = this.editor.isi;
    for (const satu of document.querySelectorAll("[data-tanpa-editor]")) satu.hidden = true;
  }

  #ketik() {
    clearTimeout(this.pewaktuDraf);
    this.pewaktuDraf = setTimeout(() => this.#catatDraf(), 400);
    this.simpan.ubah();
  }

  #catatDraf() {
    if (this.simpan.kotor()) this.draf.tulis(this.isi, this.simpan.versi, Boolean(this.editor));
    else if (!this.ditawarkan) this.draf.buang();
  }

  simpanSemua() {
    return this.simpan.simpan();
  }

  async simpanResmi() {
    await this.simpan.simpan({ resmi: true });
    document.querySelector(".panel-bentrok")?.focus();
  }

  #lapor() {
    this.kabar.perbarui();
    if (!this.simpan.kotor()) this.#catatDraf();
    const { keadaan } = this.simpan;
    for (const satu of keadaan ? document.querySelectorAll("[data-keadaan-naskah]") : []) {
      satu.hidden = !keadaan.includes(satu.dataset.keadaanNaskah);
    }
    this.padaLapor?.();
  }

  #tawarkanDraf() {
    const draf = this.draf.cari();
    if (!draf || draf.teks === this.isi) return;
    this.ditawarkan = true;
    const selesai = (kerja) => () => { this.ditawarkan = false; kerja(); };
    this.kabar.tawarkan(draf.pada, {
      pulihkan: selesai(() => this.#pulihkan(draf)),
      buang: selesai(() => this.draf.buang()),
    });
  }

  #pulihkan({ teks, versi, bertanda }) {
    this.simpan.versi = versi;
    this.#pasang(teks, bertanda);
    this.#ketik();
  }

  // A text with tags goes into the editor, one of lines into the textarea; the textarea takes both.
  #pasang(teks, bertanda) {
    if (this.editor && bertanda) {
      this.editor.isi = teks;
      return;
    }
    this.editor?.lepas();
    this.editor = null;
    this.kotak.value = teks;
  }

  #bentrok({ panel, versi, ...tersimpan }) {
    const wadah = document.createElement("div");
    wadah.innerHTML = panel;
    const bagian = wadah.firstElementChild;
    this.formulir.before(bagian);
    bagian.focus();
    const pilih = (nama, kerja) => bagian.querySelector(`[data-pakai=${nama}]`).addEventListener("click", kerja);
    const selesai = (kerja) => {
      bagian.remove();
      kerja();
      (this.editor ?? this.kotak).focus();
    };
    pilih("saya", () => selesai(() => {
      this.simpan.selesaikanBentrok(versi, null);
      this.simpan.simpan();
    }));
    pilih("tersimpan", () => selesai(() => this.#pakaiTersimpan(versi, tersimpan)));
    pilih("usulan", async () => {
      const dikirim = this.isi;
      const { usulan, ...kini } = await this.simpan.usulkan();
      if (usulan) document.querySelector("[data-usulan]").innerHTML = usulan;
      const galat = kini.galat ?? (this.isi === dikirim ? "" : "Yang Anda tulis sesudah usulan itu belum tersimpan. Pilih sekali lagi.");
      bagian.querySelector("[data-galat-usulan]").textContent = galat;
      if (galat || !bagian.isConnected) return;
      selesai(() => this.#pakaiTersimpan(kini.versi, kini));
    });
  }

  #pakaiTersimpan(versi, { isi, baris }) {
    this.#pasang(this.editor ? isi : baris, Boolean(this.editor));
    this.simpan.selesaikanBentrok(versi, this.isi);
    this.#lapor();
  }
}

const formulir = document.querySelector("form[data-naskah]");
if (formulir) {
  new Halaman(formulir);
  setTimeout(() => import("./kisi/hadir.js").catch(() => null), 5000);
}
