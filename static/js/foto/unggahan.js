// One chosen photo as a row: what it looks like, its caption, how far it is, and what is wrong with it.

import { acak } from "../lkip.js";
import { kecilkan, ukuran } from "./kecilkan.js";

const DITUNGGU = ["siap", "antre", "mengirim", "gagal"];

export class Unggahan {
  // `kata` are the limits and messages of the server; `lapor()` hears that the state has changed.
  constructor(berkas, nomor, { kata, keterangan, lapor }) {
    Object.assign(this, { asli: berkas, berkas, nomor, kata, lapor, kiriman: acak() });
    const unsur = document.getElementById("satu-unggahan").content.cloneNode(true).firstElementChild;
    const cari = (pemilih) => unsur.querySelector(pemilih);
    Object.assign(this, { unsur, masukan: cari("input"), kemajuan: cari("progress"), kanvas: cari("canvas") });
    Object.assign(this, { galat: cari("[data-galat]"), kabar: cari("[data-kabar]"), ukuran: cari("[data-ukuran]") });
    Object.assign(this, { tombolUlangi: cari("[data-ulangi]"), tombolBuang: cari("[data-buang]"), tautan: cari("[data-ubah]") });
    cari("[data-nama]").textContent = berkas.name;
    this.#namai(cari("label"));
    this.masukan.value = keterangan;
    this.masukan.addEventListener("input", () => this.#tandai(""));
    this.keadaan = "siap";
  }

  // Each control is told from those of the other rows.
  #namai(label) {
    this.masukan.id = label.htmlFor = `keterangan-${this.nomor}`;
    this.galat.id = `galat-${this.nomor}`;
    this.kemajuan.setAttribute("aria-label", `Kemajuan ${this.asli.name}`);
    for (const tombol of [this.tombolUlangi, this.tombolBuang]) tombol.setAttribute("aria-label", `${tombol.textContent} ${this.asli.name}`);
  }

  get menunggu() {
    return DITUNGGU.includes(this.keadaan);
  }

  get sibuk() {
    return ["antre", "mengirim"].includes(this.keadaan);
  }

  pasang(keadaan, kabar = "") {
    this.keadaan = this.unsur.dataset.keadaan = keadaan;
    this.kabar.textContent = kabar;
    this.kemajuan.hidden = keadaan !== "mengirim";
    this.masukan.readOnly = !["siap", "gagal"].includes(keadaan);
    this.tombolUlangi.hidden = keadaan !== "gagal";
    this.tombolBuang.hidden = this.sibuk || keadaan === "tersimpan";
    this.lapor();
  }

  // Make it small and show it. What the browser cannot read goes as it is: the server says what it is.
  async siapkan() {
    this.ukuran.textContent = ukuran(this.asli.size);
    try {
      const { berkas, kanvas } = await kecilkan(this.asli);
      this.berkas = berkas;
      this.ukuran.textContent = `${ukuran(this.asli.size)} menjadi ${ukuran(berkas.size)}`;
      this.#gambar(kanvas);
    } catch {
      if (this.keadaan === "siap") this.kabar.textContent = "Berkas ini tidak dapat dibaca sebagai foto. Pilih foto JPEG atau PNG.";
    }
  }

  // As much of the photo as fills the little picture.
  #gambar(foto) {
    const { width, height } = this.kanvas;
    const skala = Math.max(width / foto.width, height / foto.height);
    const [lebar, tinggi] = [foto.width * skala, foto.height * skala];
    this.kanvas.getContext("2d").drawImage(foto, (width - lebar) / 2, (height - tinggi) / 2, lebar, tinggi);
  }

  // What the server would refuse anyway is not sent: its message, and whether another try may help.
  periksa() {
    if (this.berkas.size > this.kata.terbesar) return this.#tolak({ berkas: this.kata.terlaluBesar });
    if (!this.masukan.value.trim()) return this.#tolak({ keterangan: this.kata.tanpaKeterangan });
    return true;
  }

  // The answer of the server.
  terima({ galat, gagal, keterangan, ubah }) {
    if (galat) return this.#tolak(galat);
    if (gagal) return this.pasang("gagal", gagal);
    this.masukan.value = keterangan;
    this.tautan.href = ubah;
    this.tautan.setAttribute("aria-label", `Ubah ${keterangan}`);
    this.tautan.hidden = false;
    return this.pasang("tersimpan", "Tersimpan.");
  }

  // A file that is no photo stays none; anything else can be mended.
  #tolak({ keterangan = "", ...lain }) {
    this.#tandai(keterangan);
    const pesan = Object.values(lain).join(" ");
    if (lain.berkas) this.pasang("ditolak", `Ditolak: ${pesan}`);
    else this.pasang("gagal", `Belum terkirim. ${pesan}`);
    return false;
  }

  #tandai(pesan) {
    this.galat.textContent = pesan;
    this.galat.hidden = !pesan;
    if (pesan) {
      this.masukan.setAttribute("aria-invalid", "true");
      this.masukan.setAttribute("aria-describedby", this.galat.id);
    } else {
      this.masukan.removeAttribute("aria-invalid");
      this.masukan.removeAttribute("aria-describedby");
    }
  }
}
