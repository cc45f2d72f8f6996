// The table of a grid: its columns, rows and cells, what differs from the server, and what is wrong in it.

import { acak } from "../lkip.js";
import { bacaSel } from "./baca.js";
import { unsur } from "./jaga.js";

const KENDALI = "input[data-kolom], select[data-kolom], textarea[data-kolom]";

export class Lembar {
  constructor(tabel) {
    this.tabel = tabel;
    this.badan = tabel.tBodies[0];
    this.kolom = [...tabel.tHead.querySelectorAll("th[data-kolom]")].map((th) => ({ ...th.dataset, nama: th.dataset.kolom }));
    this.keadaan = new WeakMap();
    this.perBaris = new WeakMap();
    this.keluaranBaris = new WeakMap();
    const kosong = this.badan.querySelector("tr.baru");
    this.contoh = kosong?.cloneNode(true);
    this.nomorBaru = this.badan.querySelectorAll("tr.baru").length;
    for (const tr of this.baris()) this.#daftarkan(tr);
    for (const satu of tabel.querySelectorAll("[data-tebakan]")) this.tandaiRagu(satu, satu.dataset.tebakan);
  }

  #daftarkan(tr) {
    const rekam = tr.querySelector("input[type=hidden][name^='dasar-']");
    const dasar = rekam ? JSON.parse(rekam.defaultValue) : {};
    for (const satu of this.semuaKendali(tr)) {
      const awal = rekam ? dasar[satu.dataset.kolom] ?? "" : "";
      this.keadaan.set(satu, { dasar: awal, tampil: rekam ? awal : satu.value, ditolak: null, bentrok: null });
    }
  }

  baris() {
    return [...this.badan.querySelectorAll(":scope > tr[data-baris]")];
  }

  // Controls of a row stay the same, so they are looked up once.
  semuaKendali(tr) {
    if (!this.perBaris.has(tr)) this.perBaris.set(tr, [...tr.querySelectorAll(KENDALI)]);
    return this.perBaris.get(tr);
  }

  kendali(tr, nama) {
    return this.semuaKendali(tr).find((satu) => satu.dataset.kolom === nama) ?? null;
  }

  // The control at a position, counting columns as the eye does; null for what cannot be entered.
  kendaliPada(tr, nomor) {
    return tr?.cells[nomor + 1]?.querySelector(KENDALI) ?? null;
  }

  nomorKolom(kendali) {
    return kendali.closest("td").cellIndex - 1;
  }

  cariBaris(kunci) {
    return kunci ? this.badan.querySelector(`:scope > tr[data-baris="${CSS.escape(kunci)}"]`) : null;
  }

  // The cells of a row that cannot be entered, by column; they stay the same.
  keluaran(tr) {
    if (!this.keluaranBaris.has(tr)) {
      this.keluaranBaris.set(tr, new Map([...tr.querySelectorAll("output[data-kolom]")].map((satu) => [satu.dataset.kolom, satu])));
    }
    return this.keluaranBaris.get(tr);
  }

  // Whether some cells are computed while somebody types.
  berumus() {
    return this.kolom.some(({ hitung, jumlahkan }) => hitung || jumlahkan);
  }

  // Computed cells as the server says: [row, column, text].
  terima(hasil) {
    for (const [kunci, kolom, teks] of hasil) {
      const tr = kunci === "jumlah" ? this.tabel.tFoot?.rows[0] : this.cariBaris(kunci);
      const sel = tr && this.keluaran(tr).get(kolom);
      if (sel && sel.textContent !== teks) sel.textContent = teks;
    }
  }

  judul(tr) {
    return tr.querySelector("th").firstChild?.textContent.trim() ?? "";
  }

  berubah(kendali) {
    const { dasar, tampil } = this.keadaan.get(kendali);
    return kendali.value !== dasar && kendali.value !== tampil;
  }

  // A new row counts once there are words in it: lists always stand at a choice.
  kotor(tr) {
    const semua = this.semuaKendali(tr);
    if (this.baru(tr)) return semua.some((satu) => satu.tagName !== "SELECT" && satu.value.trim());
    return semua.some((satu) => this.berubah(satu));
  }

  barisKotor() {
    return this.baris().filter((tr) => this.kotor(tr));
  }

  // Check a changed cell as far as the browser can: put a number in its form, or mark what is wrong.
  periksa(kendali) {
    const keadaan = this.keadaan.get(kendali);
    if (keadaan.ditolak === kendali.value || keadaan.bentrok) return;
    this.bersihkan(kendali);
    if (!this.berubah(kendali)) return;
    const { teks, tebakan, salah } = bacaSel(kendali.value, kendali.dataset);
    if (salah) this.tandai(kendali, salah);
    else if (tebakan) this.tandaiRagu(kendali, tebakan);
    else if (teks !== kendali.value) kendali.value = teks;
  }

  tandai(kendali, pesan, ...tambahan) {
    this.bersihkan(kendali);
    const galat = unsur("p", [pesan, ...tambahan], { class: "galat", id: `g-${kendali.id}` });
    kendali.setAttribute("aria-invalid", "true");
    kendali.setAttribute("aria-describedby", galat.id);
    kendali.after(galat);
  }

  tandaiRagu(kendali, tebakan) {
    const tombol = unsur("button", `Pakai ${tebakan}`, { type: "button", class: "btn btn-sm btn-outline-primary", "data-pakai": tebakan });
    this.tandai(kendali, "Dapat dibaca lebih dari satu cara. ", tombol);
  }

  bersihkan(kendali) {
    if (!kendali.hasAttribute("aria-invalid")) return;
    kendali.removeAttribute("aria-invalid");
    kendali.removeAttribute("aria-describedby");
    kendali.parentElement.querySelector(".galat")?.remove();
  }

  salah(kendali) {
    return kendali.hasAttribute("aria-invalid");
  }

  // What is to be sent of a row: valid changed cells; of a new row what is filled, once nothing in it is wrong.
  perluKirim(tr) {
    const semua = this.semuaKendali(tr);
    if (!this.kotor(tr)) return [];
    if (this.baru(tr)) return semua.some((satu) => this.salah(satu)) ? [] : semua.filter((satu) => satu.value !== "");
    return semua.filter((satu) => this.berubah(satu) && !this.salah(satu) && !this.keadaan.get(satu).bentrok);
  }

  baru(tr) {
    return tr.dataset.baris.startsWith("baru");
  }

  // The name of the wish for this new row: sent again after a lost answer, it makes no second row.
  kiriman(tr) {
    tr.dataset.kiriman ??= acak();
    return tr.dataset.kiriman;
  }

  // The server has stored `terkirim` of this cell and writes it `teks`.
  catatTersimpan(kendali, terkirim, teks) {
    Object.assign(this.keadaan.get(kendali), { dasar: teks, tampil: teks, ditolak: null });
    if (kendali.value !== terkirim) return;
    this.bersihkan(kendali);
    if (kendali === document.activeElement) this.keadaan.get(kendali).tampil = terkirim;
    else kendali.value = teks;
  }

  catatDitolak(kendali, terkirim, pesan, tebakan) {
    if (kendali.value !== terkirim) return;
    this.keadaan.get(kendali).ditolak = terkirim;
    if (tebakan) this.tandaiRagu(kendali, tebakan);
    else this.tandai(kendali, pesan);
  }

  // Somebody else has stored another value; the cell waits until the user has chosen.
  catatBentrok(kendali, tersimpan, oleh) {
    this.keadaan.get(kendali).bentrok = { tersimpan, oleh };
    this.bersihkan(kendali);
  }

  selBentrok(tr) {
    return this.semuaKendali(tr).filter((satu) => this.keadaan.get(satu).bentrok);
  }

  selesaikanBentrok(kendali, pakaiTersimpan) {
    const keadaan = this.keadaan.get(kendali);
    const { tersimpan } = keadaan.bentrok;
    Object.assign(keadaan, { dasar: tersimpan, tampil: tersimpan, bentrok: null });
    if (pakaiTersimpan) kendali.value = tersimpan;
    this.periksa(kendali);
  }

  // After the user has typed: what the server refused before may be sent again.
  lupakanPenolakan(kendali) {
    const keadaan = this.keadaan.get(kendali);
    if (keadaan.ditolak !== null && keadaan.ditolak !== kendali.value) {
      keadaan.ditolak = null;
      this.bersihkan(kendali);
    }
  }

  // A new row that was stored gets its key; there is always an empty row below.
  jadikan(tr, kunci) {
    this.#namai(tr, kunci);
    tr.classList.remove("baru");
    delete tr.dataset.kiriman;
    if (!this.badan.querySelector("tr.baru")) this.tambahBaris();
  }

  // The head of a row, and the cells that the server has filled, as they are on a fresh page.
  samakan(tr, halaman) {
    const segar = halaman.querySelector(`table.kisi tr[data-baris="${CSS.escape(tr.dataset.baris)}"]`);
    if (!segar) return;
    for (const satu of ["th", ".urutan"]) {
      tr.querySelector(satu)?.replaceChildren(...document.importNode(segar.querySelector(satu), true).childNodes);
    }
    for (const satu of this.semuaKendali(tr)) {
      const kini = segar.querySelector(`[data-kolom="${CSS.escape(satu.dataset.kolom)}"]`);
      satu.setAttribute("aria-label", kini.getAttribute("aria-label"));
      if (this.keadaan.get(satu).dasar === "" && satu.value === "") this.catatTersimpan(satu, "", kini.value);
    }
  }

  #namai(tr, kunci) {
    const lama = `s-${tr.dataset.baris}-`;
    for (const satu of this.semuaKendali(tr)) satu.id = satu.name = satu.id.replace(lama, `s-${kunci}-`);
    tr.dataset.baris = kunci;
  }

  // Rows in this order; new ones stay below them.
  urutkan(kunci) {
    const batas = this.badan.querySelector("tr.baru");
    for (const satu of kunci) this.badan.insertBefore(this.cariBaris(satu), batas);
  }

  tambahBaris() {
    if (!this.contoh) return null;
    const tr = this.contoh.cloneNode(true);
    this.nomorBaru += 1;
    this.#namai(tr, `baru${this.nomorBaru}`);
    this.badan.append(tr);
    this.#daftarkan(tr);
    return tr;
  }
}
