// Saving row by row: one request at a time, the rest waits; what fails is kept and tried again. And what
// the user is told of it, here and where a narrative is saved.

import { kue } from "../lkip.js";
import { unsur } from "./jaga.js";

export const JEDA = [5, 10, 30, 60];
const SEKALIGUS = 50;
const BATAS = 30000;
const TANPA_SESI = ["sesi", "orang-lain"];

class KoneksiPutus extends Error {}

// A request to this page, with the text of its answer; KoneksiPutus when there is none.
export async function minta(isi = {}) {
  try {
    const jawaban = await fetch(location.pathname, { redirect: "manual", signal: AbortSignal.timeout(BATAS), ...isi });
    return { status: jawaban.status, dialihkan: jawaban.type === "opaqueredirect", teks: await jawaban.text() };
  } catch (salah) {
    throw new KoneksiPutus("no answer", { cause: salah });
  }
}

function uraikan(teks) {
  try {
    return JSON.parse(teks);
  } catch (salah) {
    throw new KoneksiPutus("not our answer", { cause: salah });
  }
}

export class Penyimpan {
  // `padaJawaban(isi)` hears what the server said, `lapor()` that the state has changed.
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
    for (const tr of baris) if (this.lembar.perluKirim(tr).length || this.dikirim?.has(tr)) this.antrean.add(tr);
    return this.sebab ? Promise.resolve() : this.#jalankan();
  }

  // Save everything that is not saved, now: also what differs from what is on its way.
  async simpanSemua() {
    await this.kerja;
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
      Object.assign(this, { kerja: null, sedang: false, dikirim: null });
      this.lapor();
    });
    return this.kerja;
  }

  async #giliran() {
    while (this.antrean.size && !this.sebab) {
      const kiriman = this.#ambil();
      if (!kiriman.size) continue;
      Object.assign(this, { sedang: true, dikirim: kiriman });
      this.lapor();
      const { isi, sebab } = await this.#kirim(kiriman);
      if (sebab) this.#tunda(kiriman, sebab);
      else if (isi) await this.#terima(kiriman, isi);
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
    const dasar = (tr, satu) => (this.lembar.baru(tr) ? "" : this.lembar.keadaan.get(satu).dasar);
    const sel = (tr, [satu, teks]) => [satu.dataset.kolom, { dasar: dasar(tr, satu), teks }];
    const baris = [...kiriman].map(([tr, isi]) => [tr.dataset.baris, Object.fromEntries([...isi].map((satu) => sel(tr, satu)))]);
    const baru = [...kiriman.keys()].filter((tr) => this.lembar.baru(tr)).map((tr) => [tr.dataset.baris, this.lembar.kiriman(tr)]);
    return JSON.stringify({ baris: Object.fromEntries(baris), kiriman: Object.fromEntries(baru) });
  }

  #pos(body) {
    return minta({ method: "POST", headers: { "Content-Type": "application/json", "X-CSRFToken": kue() }, body });
  }

  // Move a row among its siblings, "12:-1" one up: the keys of all rows in their new order, or null.
  async geser(tujuan) {
    const { isi } = await this.#coba(async () => {
      const { status, teks } = await this.#pos(JSON.stringify({ baris: {}, geser: tujuan }));
      return { isi: status === 200 ? uraikan(teks) : null };
    });
    return isi?.urutan ?? null;
  }

  async #kirim(kiriman) {
    return this.#coba(async () => {
      if (this.sesiDiragukan || kue() !== this.token) {
        const { sebab } = await this.#periksaSesi();
        if (sebab) return { sebab };
      }
      return this.#nilai(kiriman, await this.#pos(this.#tulis(kiriman)));
    });
  }

  // A lost connection is an answer too: try again later.
  async #coba(usaha) {
    try {
      return await usaha();
    } catch (salah) {
      if (salah instanceof KoneksiPutus) return { sebab: "koneksi" };
      throw salah;
    }
  }

  #nilai(kiriman, { status, dialihkan, teks }) {
    if (dialihkan) return { sebab: "sesi" };
    if ([200, 409, 422].includes(status)) return { isi: uraikan(teks) };
    if (status === 403) return this.#ditolak(kiriman);
    return { sebab: status >= 500 || status === 429 ? "server" : "tertutup" };
  }

  // Who is signed in now, and the page as it would come today.
  async #periksaSesi() {
    const { status, dialihkan, teks } = await minta();
    if (dialihkan) return { sebab: "sesi" };
    if (status !== 200) return { sebab: status >= 500 ? "server" : "tertutup" };
    const halaman = new DOMParser().parseFromString(teks, "text/html");
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

  async #terima(kiriman, isi) {
    Object.assign(this, { gagal: 0, mengulang: false, pada: isi.pada });
    const baru = [];
    for (const [tr, sel] of kiriman) {
      const hasil = isi.baris[tr.dataset.baris];
      if (!hasil) continue;
      if (hasil.kunci && this.lembar.baru(tr)) baru.push(tr);
      this.#terimaBaris(tr, sel, hasil);
    }
    await this.padaJawaban(isi);
    if (baru.length) await this.#lengkapi(baru);
  }

  // New rows: what the server has filled in, and the list of rows that may be deleted.
  async #lengkapi(baru) {
    const { halaman } = await this.#coba(() => this.#periksaSesi());
    if (!halaman) return;
    for (const tr of baru) this.lembar.samakan(tr, halaman);
    document.getElementById("hapus-baris")?.replaceChildren(...(halaman.getElementById("hapus-baris")?.children ?? []));
  }

  #terimaBaris(tr, sel, hasil) {
    const pada = (nama) => this.lembar.kendali(tr, nama) ?? [...sel.keys()][0];
    for (const [nama, teks] of Object.entries(hasil.tersimpan)) this.lembar.catatTersimpan(pada(nama), sel.get(pada(nama)), teks);
    for (const { kolom, tersimpan } of hasil.bentrok) this.lembar.catatBentrok(pada(kolom), tersimpan, hasil.oleh);
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

const SEBAB = {
  koneksi: (jeda) => `tidak ada koneksi, dicoba lagi ${jeda} detik`,
  server: (jeda) => `server belum menjawab, dicoba lagi ${jeda} detik`,
  sesi: () => "sesi berakhir",
  "orang-lain": () => "masuk sebagai pengguna lain",
};
const BILAH = {
  sesi: (apa) => `Sesi berakhir. Masuk kembali di tab baru – ${apa} Anda tetap di sini dan dikirim setelah Anda kembali ke halaman ini.`,
  "orang-lain": (apa) => `Anda sekarang masuk sebagai pengguna lain, sehingga ${apa} ini tidak dikirim. Masuk kembali dengan akun semula.`,
};

function tombol(label, gaya, klik) {
  const hasil = unsur("button", label, { type: "button", class: `btn btn-sm ${gaya}` });
  hasil.addEventListener("click", klik);
  return hasil;
}

function jam(pada) {
  const waktu = new Date(pada);
  const hari = waktu.toDateString() === new Date().toDateString() ? {} : { day: "numeric", month: "long" };
  return waktu.toLocaleString("id-ID", { ...hari, hour: "2-digit", minute: "2-digit" });
}

// What the user is told of the saving: the badge beside the title, and bars above the form. A page says in
// `keadaan()` how it stands, and in `kata` what it calls its input, why it is closed, and where to sign in.
export class Kabar {
  constructor(formulir, simpan, kata) {
    Object.assign(this, { formulir, simpan, kata });
    this.lencana = document.querySelector("[data-lencana]");
    this.awal = this.lencana.textContent;
  }

  perbarui() {
    const [keadaan, teks] = this.keadaan();
    this.lencana.dataset.keadaan = keadaan;
    if (this.lencana.textContent !== teks) this.lencana.textContent = teks;
    this.#bilah();
  }

  get sebab() {
    const { sebab, jeda } = this.simpan;
    return SEBAB[sebab]?.(jeda) ?? this.kata.tertutup;
  }

  #bilah() {
    const { sebab } = this.simpan;
    if (sebab === this.bilahUntuk) return;
    this.bilahUntuk = sebab;
    this.bilah?.remove();
    const pesan = sebab === "tertutup" ? this.kata.bilahTertutup : BILAH[sebab]?.(this.kata.apa);
    if (!pesan) return;
    const masuk = unsur("a", "Masuk di tab baru", { href: this.kata.masuk, target: "_blank", class: "btn btn-sm btn-primary" });
    const coba = tombol("Coba simpan lagi", "btn-outline-primary", () => this.simpan.cobaLagi());
    this.bilah = this.#pasang("pesan bahaya", "alert", pesan, sebab === "tertutup" ? [coba] : [masuk, coba]);
  }

  // What the last visit left unsaved: the user decides.
  tawarkan(pada, { pulihkan, buang }) {
    const pilih = (jawab) => () => { bilah.remove(); jawab(); };
    const bilah = this.#pasang("pesan", "status", `${this.kata.tawaran} dari ${jam(pada)}.`, [
      tombol("Pulihkan", "btn-primary", pilih(pulihkan)),
      tombol("Buang", "btn-outline-primary", pilih(buang)),
    ]);
  }

  #pasang(gaya, peran, pesan, isi) {
    const bilah = unsur("div", [unsur("p", pesan), ...isi], { class: `${gaya} bilah`, role: peran });
    this.formulir.before(bilah);
    return bilah;
  }
}
