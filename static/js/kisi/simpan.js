// Saving row by row: one request at a time, the rest waits; what fails is kept and tried again.

const JEDA = [5, 10, 30, 60];
const SEKALIGUS = 50;
const TANPA_SESI = ["sesi", "orang-lain"];

const kue = () => /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1];
const minta = (alamat, isi = {}) =>
  fetch(alamat, { redirect: "manual", credentials: "same-origin", signal: AbortSignal.timeout(30000), ...isi });

export class Penyimpan {
  // `padaJawaban(kiriman, isi)` hears what the server said, `lapor()` that the state has changed.
  constructor(lembar, { padaJawaban, lapor }) {
    Object.assign(this, { lembar, padaJawaban, lapor });
    this.antrean = new Set();
    this.sebab = ""; // why nothing is sent: koneksi, server, sesi, orang-lain, tertutup
    this.gagal = 0;
    this.jeda = 0;
    this.pada = "";
    this.kerja = null;
    this.sedang = false;
    this.token = kue();
    addEventListener("online", () => this.cobaLagi());
    addEventListener("focus", () => TANPA_SESI.includes(this.sebab) && this.cobaLagi());
  }

  // Put rows into the queue; it moves at once, but for a pause after a failure.
  antre(baris) {
    for (const tr of baris) if (this.lembar.perluKirim(tr).length) this.antrean.add(tr);
    return this.sebab ? Promise.resolve() : this.#jalankan();
  }

  // Save everything that is not saved, now.
  simpanSemua() {
    for (const tr of this.lembar.barisKotor()) this.antrean.add(tr);
    return this.cobaLagi();
  }

  // Move the queue on after a pause.
  cobaLagi() {
    this.sesiDiragukan ||= TANPA_SESI.includes(this.sebab);
    this.sebab = "";
    return this.#jalankan();
  }

  #jalankan() {
    clearTimeout(this.pewaktu);
    this.kerja ??= this.#giliran().finally(() => {
      Object.assign(this, { kerja: null, sedang: false });
      this.lapor();
    });
    return this.kerja;
  }

  async #giliran() {
    while (this.antrean.size && !this.sebab) {
      const kiriman = this.#ambil();
      if (!kiriman.size) continue;
      this.sedang = true;
      this.lapor();
      const { isi, sebab } = await this.#kirim(kiriman);
      if (sebab) this.#tunda(kiriman, sebab);
      else if (isi) this.#terima(kiriman, isi);
    }
  }

  // The next rows with what their cells hold now.
  #ambil() {
    const kiriman = new Map();
    for (const tr of [...this.antrean].slice(0, SEKALIGUS)) {
      this.antrean.delete(tr);
      const sel = this.lembar.perluKirim(tr);
      if (sel.length && tr.isConnected) {
        kiriman.set(tr, new Map(sel.map((satu) => [satu, satu.value])));
      }
    }
    return kiriman;
  }

  #tulis(kiriman) {
    const baru = (tr, satu) => (this.lembar.baru(tr) ? "" : this.lembar.keadaan.get(satu).dasar);
    const sel = (tr, [satu, teks]) => [satu.dataset.kolom, { dasar: baru(tr, satu), teks }];
    const baris = [...kiriman].map(([tr, isi]) => [tr.dataset.baris, Object.fromEntries([...isi].map((satu) => sel(tr, satu)))]);
    return JSON.stringify({ baris: Object.fromEntries(baris) });
  }

  async #kirim(kiriman) {
    try {
      if (this.sesiDiragukan || kue() !== this.token) {
        const { sebab } = await this.#periksaSesi();
        if (sebab) return { sebab };
      }
      const kepala = { "Content-Type": "application/json", "X-CSRFToken": this.token ?? "" };
      const jawaban = await minta(location.pathname, { method: "POST", headers: kepala, body: this.#tulis(kiriman) });
      return await this.#nilai(kiriman, jawaban);
    } catch (salah) {
      if (salah instanceof TypeError || salah instanceof SyntaxError || salah.name === "TimeoutError") return { sebab: "koneksi" };
      throw salah;
    }
  }

  async #nilai(kiriman, jawaban) {
    if (jawaban.type === "opaqueredirect") return { sebab: "sesi" };
    if ([200, 409, 422].includes(jawaban.status)) return { isi: await jawaban.json() };
    if (jawaban.status === 403) return this.#ditolak(kiriman);
    return { sebab: jawaban.status >= 500 || jawaban.status === 429 ? "server" : "tertutup" };
  }

  // Who is signed in now, and the page as it would come today.
  async #periksaSesi() {
    const jawaban = await minta(location.pathname);
    if (jawaban.type === "opaqueredirect") return { sebab: "sesi" };
    if (!jawaban.ok) return { sebab: jawaban.status >= 500 ? "server" : "tertutup" };
    const halaman = new DOMParser().parseFromString(await jawaban.text(), "text/html");
    const pengguna = halaman.querySelector("table.kisi")?.dataset.pengguna;
    if (pengguna !== this.lembar.tabel.dataset.pengguna) return { sebab: "orang-lain" };
    this.sesiDiragukan = false;
    this.token = kue();
    return { halaman };
  }

  // 403 has three reasons: the session is over, a row is locked meanwhile, or the token is an old one.
  async #ditolak(kiriman) {
    const { sebab, halaman } = await this.#periksaSesi();
    if (sebab) return { sebab };
    const ada = (satu) => halaman.getElementById(satu.id);
    const terkunci = [...kiriman].filter(([tr, sel]) => !this.lembar.baru(tr) && ![...sel.keys()].some(ada));
    for (const [, sel] of terkunci) {
      for (const [satu, teks] of sel) this.lembar.catatDitolak(satu, teks, "Baris ini sudah terkunci; isian tidak disimpan.");
    }
    if (!terkunci.length && this.mengulang) return { sebab: "tertutup" };
    this.mengulang = !terkunci.length;
    for (const tr of kiriman.keys()) this.antrean.add(tr);
    return {};
  }

  #tunda(kiriman, sebab) {
    for (const tr of kiriman.keys()) this.antrean.add(tr);
    this.sebab = sebab;
    if (!["koneksi", "server"].includes(sebab)) return;
    this.jeda = JEDA[Math.min(this.gagal, JEDA.length - 1)];
    this.gagal += 1;
    this.pewaktu = setTimeout(() => this.cobaLagi(), this.jeda * 1000);
  }

  #terima(kiriman, isi) {
    Object.assign(this, { gagal: 0, mengulang: false, pada: isi.pada });
    for (const [tr, sel] of kiriman) {
      const hasil = isi.baris[tr.dataset.baris];
      if (hasil) this.#terimaBaris(tr, sel, hasil);
    }
    this.padaJawaban(kiriman, isi);
  }

  #terimaBaris(tr, sel, hasil) {
    const pada = (nama) => this.lembar.kendali(tr, nama) ?? [...sel.keys()][0];
    for (const [nama, teks] of Object.entries(hasil.tersimpan)) this.lembar.catatTersimpan(pada(nama), sel.get(pada(nama)), teks);
    for (const { kolom, tersimpan } of hasil.bentrok) this.lembar.catatBentrok(pada(kolom), tersimpan);
    const ditolak = Object.entries(hasil.galat);
    for (const [nama, pesan] of ditolak) this.lembar.catatDitolak(pada(nama), sel.get(pada(nama)), pesan, hasil.ragu[nama]);
    if (hasil.kunci && this.lembar.baru(tr)) this.lembar.jadikan(tr, hasil.kunci);
    this.#antreSisa(tr, sel, ditolak.length > 0);
  }

  // What was typed meanwhile, and the good cells of a row that was refused for a bad one.
  #antreSisa(tr, sel, adaDitolak) {
    const sisa = this.lembar.perluKirim(tr).filter((satu) => adaDitolak || sel.get(satu) !== satu.value);
    if (sisa.length && (adaDitolak || !tr.contains(document.activeElement))) this.antrean.add(tr);
  }
}
