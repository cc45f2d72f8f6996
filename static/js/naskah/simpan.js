// Saving one text: soon after the last key, one request at a time; what fails is kept and tried again.

import { JEDA, minta } from "../kisi/simpan.js";
import { kue } from "../lkip.js";

const JEDA_KETIK = 800;

// The answer, or "koneksi" or "sesi" in place of its status where there is none of ours.
async function tanya(pilihan) {
  try {
    const { status, dialihkan, teks } = await minta(pilihan);
    return { status: dialihkan ? "sesi" : status, teks };
  } catch {
    return { status: "koneksi", teks: "" };
  }
}

function uraikan({ status, teks }) {
  if (![200, 409, 422].includes(status)) return null;
  try {
    return JSON.parse(teks);
  } catch {
    return null;
  }
}

export class Penyimpan {
  // `isi()` is the text now, `lapor()` hears that the state has changed, `padaBentrok(jawaban)` of a conflict.
  constructor(formulir, { isi, lapor, padaBentrok }) {
    Object.assign(this, { formulir, isi, lapor, padaBentrok });
    Object.assign(this, { tersimpan: isi(), tertahan: null, resmi: false, sedang: false, bentrok: false });
    Object.assign(this, { sebab: "", galat: "", gagal: 0, jeda: 0, pada: "", token: kue() });
    addEventListener("online", () => this.sebab && this.simpan());
    addEventListener("focus", () => ["sesi", "orang-lain"].includes(this.sebab) && this.simpan());
  }

  get versi() {
    return this.formulir.elements.versi.value;
  }

  set versi(nilai) {
    this.formulir.elements.versi.value = nilai;
  }

  kotor() {
    return this.isi() !== this.tersimpan;
  }

  cobaLagi() {
    return this.simpan();
  }

  // The text has changed: save it when nobody types any more.
  ubah() {
    this.galat = "";
    if (!this.sebab && !this.bentrok) {
      clearTimeout(this.pewaktu);
      this.pewaktu = setTimeout(() => this.simpan(), JEDA_KETIK);
    }
    this.lapor();
  }

  // Save now. With `resmi` the user has pressed Simpan, which also confirms a copied text.
  async simpan({ resmi = false } = {}) {
    await this.kerja; // what is under way ends first
    this.resmi ||= resmi;
    this.kerja ??= this.#jalankan().finally(() => {
      Object.assign(this, { kerja: null, sedang: false });
      this.lapor();
    });
    await this.kerja;
    return !this.kotor();
  }

  async #jalankan() {
    clearTimeout(this.pewaktu);
    this.sebab = "";
    if (this.bentrok || !(this.kotor() || this.resmi)) return;
    this.sedang = true;
    this.lapor();
    const adaTertahan = this.tertahan !== null;
    await this.#kirim(this.tertahan ?? this.isi());
    if (adaTertahan && !this.sebab && !this.bentrok && this.kotor()) await this.#kirim(this.isi());
    if (this.kotor() && !this.sebab && !this.bentrok && !this.galat) this.ubah();
  }

  // A text whose answer was lost is sent again as it was, so that it cannot be in conflict with itself.
  async #kirim(teks) {
    this.tertahan = teks;
    if (kue() !== this.token && !(await this.#sesiSah())) return;
    const resmi = this.resmi;
    const jawaban = await tanya({ method: "POST", headers: { Accept: "application/json", "X-CSRFToken": this.token }, body: this.#tulis(teks, resmi) });
    const isi = uraikan(jawaban);
    if (isi) this.#terima(teks, jawaban.status, isi, resmi);
    else if (jawaban.status === 403 && !this.diulang && (await this.#sesiSah())) await this.#ulangi(teks);
    else if (!this.sebab) this.#tunda(jawaban.status);
  }

  // 403 with a session that is still good: the token was an old one.
  async #ulangi(teks) {
    this.diulang = true;
    await this.#kirim(teks);
    this.diulang = false;
  }

  #tulis(teks, resmi) {
    const isi = new FormData();
    isi.set("isi", teks);
    isi.set("versi", this.versi);
    if (!resmi) isi.set("otomatis", "1");
    return isi;
  }

  #terima(teks, status, isi, resmi) {
    Object.assign(this, { gagal: 0, tertahan: null });
    if (status === 422) this.galat = isi.galat;
    else if (status === 409) {
      this.bentrok = true;
      this.padaBentrok(isi);
    } else {
      Object.assign(this, { tersimpan: teks, pada: isi.pada, versi: isi.versi, keadaan: isi.keadaan });
    }
    if (resmi) this.resmi = false;
  }

  // Keep the text beside the stored one: what the server says, {galat} where it is not kept.
  async usulkan() {
    if (kue() === this.token || (await this.#sesiSah())) {
      const isi = this.#tulis(this.isi(), true);
      isi.set("usulan", "1");
      const jawaban = await tanya({ method: "POST", headers: { Accept: "application/json", "X-CSRFToken": this.token }, body: isi });
      const hasil = uraikan(jawaban);
      if (hasil) return hasil;
      this.#tunda(jawaban.status);
    }
    this.lapor();
    return { galat: "Usulan belum tersimpan. Coba lagi sebentar lagi." };
  }

  // The user has chosen: `versi` is what their next text replaces.
  selesaikanBentrok(versi, tersimpan) {
    Object.assign(this, { bentrok: false, versi, tersimpan });
  }

  #tunda(status) {
    const sementara = status === "koneksi" ? "koneksi" : "server";
    this.sebab = status === "sesi" ? "sesi" : [400, 403, 404].includes(status) ? "tertutup" : sementara;
    if (!["koneksi", "server"].includes(this.sebab)) return;
    this.jeda = JEDA[Math.min(this.gagal, JEDA.length - 1)];
    this.gagal += 1;
    this.pewaktu = setTimeout(() => this.simpan(), this.jeda * 1000);
  }

  // Whether the same user is signed in and may still write here; otherwise `sebab` says what is wrong.
  async #sesiSah() {
    const { status, teks } = await tanya();
    if (status !== 200) {
      this.#tunda(status);
      return false;
    }
    const formulir = new DOMParser().parseFromString(teks, "text/html").querySelector("form[data-naskah]");
    if (!formulir) this.sebab = "tertutup";
    else if (formulir.dataset.pengguna !== this.formulir.dataset.pengguna) this.sebab = "orang-lain";
    else this.token = kue();
    return !this.sebab;
  }
}
