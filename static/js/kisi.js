// A grid page: wires the table to keyboard, paste, live values, saving, drafts and conflicts, and tells the
// user how it stands. What the first view does not need is fetched when somebody begins to write.

import { Draf, jagaPindah } from "./kisi/jaga.js";
import { Lembar } from "./kisi/lembar.js";
import { Tempel, Tombol } from "./kisi/papan.js";
import { Kabar, Penyimpan } from "./kisi/simpan.js";

class Halaman {
  constructor(tabel) {
    this.lembar = new Lembar(tabel);
    this.formulir = tabel.closest("form");
    this.hitungan = null;
    this.bentrok = null;
    this.draf = new Draf(this.lembar);
    this.simpan = new Penyimpan(this.lembar, {
      padaJawaban: (isi) => this.#jawaban(isi),
      lapor: () => this.#lapor(),
    });
    this.lencana = new Lencana(this.lembar, this.simpan);
    this.tempel = new Tempel(this.lembar, { kabar: (pesan) => this.lencana.kabar(pesan), padaUbah: (baris) => this.#berubah(baris) });
    new Tombol(this.lembar, { padaUbah: (kendali) => this.#ketik(kendali) });
    this.#dengar(tabel);
    this.#tombolSalin();
    this.#tawarkanDraf();
    jagaPindah(this);
    addEventListener("load", () => this.#sasaran()?.focus()); // going to #row takes the focus until then
  }

  // The checklist links to the row where something is missing; writing goes on in its first empty cell.
  #sasaran() {
    const baris = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const kendali = [...(baris || document.createElement("tr")).querySelectorAll("td input, td select, td textarea")];
    return kendali.find((satu) => !satu.value) ?? kendali[0];
  }

  #dengar(tabel) {
    tabel.addEventListener("input", ({ target }) => this.lembar.keadaan.has(target) && this.#ketik(target, true));
    tabel.addEventListener("focusout", (event) => this.#tinggalkan(event));
    if (this.lembar.berumus()) tabel.addEventListener("focusin", () => this.hitungan ?? this.#siapkanHitungan());
    tabel.addEventListener("paste", (event) => this.#tempelkan(event));
    tabel.addEventListener("click", ({ target }) => target.dataset.pakai && this.#pakai(target));
    // The cell keeps the focus: a message below it would move the button away under the pointer.
    this.formulir.addEventListener("mousedown", (event) => event.target.closest("button") && event.preventDefault());
    this.formulir.addEventListener("submit", (event) => this.#kirim(event));
    document.addEventListener("keydown", (event) => this.#pintasan(event));
    document.addEventListener("visibilitychange", () => document.hidden && this.#tutup());
    addEventListener("pagehide", () => this.draf.simpan());
  }

  // Live values; without a connection to fetch them the server's come with the next saving.
  async #siapkanHitungan() {
    const modul = await import("./kisi/hitung.js").catch(() => null);
    if (modul) this.hitungan ??= new modul.Hitungan(this.lembar);
    this.hitungan?.segarkan(this.lembar.barisKotor());
  }

  #kirim(event) {
    event.preventDefault();
    if (event.submitter?.name === "geser") this.#geser(event.submitter);
    else this.simpanSemua();
  }

  // A row moves after everything is saved; the server knows the order.
  async #geser(tombol) {
    const urutan = (await this.simpanSemua()) && (await this.simpan.geser(tombol.value));
    if (urutan) this.lembar.urutkan(urutan);
    this.lencana.kabar(urutan ? "Urutan disimpan." : "Urutan belum diubah. Simpan dahulu semua isian, lalu coba lagi.");
    tombol.focus();
  }

  #ketik(kendali, diketik = false) {
    if (diketik) this.tempel.catatKetikan(kendali);
    this.lembar.lupakanPenolakan(kendali);
    if (this.lembar.salah(kendali)) this.lembar.bersihkan(kendali);
    this.bentrok?.perbaruiPanel(kendali);
    this.hitungan?.segarkan([kendali.closest("tr")]);
    clearTimeout(this.pewaktuDraf);
    this.pewaktuDraf = setTimeout(() => this.draf.simpan(), 400);
    this.#lapor();
  }

  #berubah(baris) {
    this.hitungan?.segarkan(baris);
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
    await this.#tampilkanBentrok();
    const salah = this.lembar.tabel.querySelector("[aria-invalid=true]");
    if (!this.bentrok?.fokusBentrok(this.lembar.tabel)) salah?.focus();
    return this.lembar.barisKotor().length === 0;
  }

  #tutup() {
    this.draf.simpan();
    this.simpan.antre(this.lembar.barisKotor());
  }

  async #jawaban({ hasil }) {
    this.lembar.terima(hasil);
    this.hitungan?.segarkan(this.lembar.barisKotor());
    this.draf.simpan();
    this.#lapor();
    await this.#tampilkanBentrok();
  }

  // Panels for rows with a conflict; what could not be fetched now is shown at the next answer.
  async #tampilkanBentrok() {
    if (!this.lembar.baris().some((tr) => this.lembar.selBentrok(tr).length)) return;
    this.bentrok ??= await import("./kisi/bentrok.js").catch(() => null);
    const mengetik = this.lembar.keadaan.has(document.activeElement);
    const baru = this.bentrok?.tampilkanBentrok(this.lembar, (tr) => this.#berubah([tr]));
    if (baru && !mengetik) this.bentrok.fokusBentrok(this.lembar.tabel);
  }

  #lapor() {
    this.lencana.perbarui();
    this.padaLapor?.();
  }

  #tombolSalin() {
    const tombol = this.formulir.querySelector("[data-salin]");
    tombol.hidden = false;
    tombol.addEventListener("click", async () => {
      await this.tempel.salin();
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

class Lencana extends Kabar {
  constructor(lembar, simpan) {
    super(lembar.tabel.closest("form"), simpan, {
      apa: "isian",
      tawaran: "Ada isian yang belum terkirim",
      masuk: lembar.tabel.dataset.masuk,
      tertutup: "halaman ini tidak lagi menerima isian",
      bilahTertutup: "Isian tidak dapat disimpan: halaman ini tidak lagi menerimanya. Salin tabel bila isian Anda masih diperlukan, lalu muat ulang halaman.",
    });
    this.lembar = lembar;
    this.status = document.querySelector("[data-status]");
  }

  keadaan() {
    const { simpan, lembar } = this;
    const kotor = lembar.barisKotor();
    if (simpan.sedang && !simpan.sebab) return ["menyimpan", "Menyimpan…"];
    if (!kotor.length) return simpan.pada ? ["tersimpan", `Semua perubahan tersimpan ${simpan.pada}`] : ["", this.awal];
    if (simpan.sebab) return ["tertunda", `Belum tersimpan: ${kotor.length} baris – ${this.sebab}`];
    const bentrok = kotor.filter((tr) => lembar.selBentrok(tr).length).length;
    if (bentrok) return ["bentrok", `${bentrok} baris bentrok – pilih nilai yang dipakai`];
    const salah = lembar.tabel.querySelectorAll("[aria-invalid=true]").length;
    return ["tertunda", `Belum tersimpan: ${kotor.length} baris${salah ? ` – ${salah} isian perlu diperbaiki` : ""}`];
  }

  kabar(pesan) {
    this.status.textContent = pesan;
  }
}

for (const tabel of document.querySelectorAll("table.kisi:not([data-terkunci])")) {
  new Halaman(tabel);
  setTimeout(() => import("./kisi/hadir.js").catch(() => null), 5000);
}
