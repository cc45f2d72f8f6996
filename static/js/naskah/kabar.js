// What the user is told while writing: the badge beside the title, an error below the text, bars above it.

const SEBAB = {
  koneksi: ({ jeda }) => `tidak ada koneksi, dicoba lagi ${jeda} detik`,
  server: ({ jeda }) => `server belum menjawab, dicoba lagi ${jeda} detik`,
  sesi: () => "sesi berakhir",
  "orang-lain": () => "masuk sebagai pengguna lain",
  tertutup: () => "naskah ini tidak lagi menerima perubahan",
};
const BILAH = {
  sesi: "Sesi berakhir. Masuk kembali di tab baru – tulisan Anda tetap di sini dan dikirim setelah Anda kembali ke halaman ini.",
  "orang-lain": "Anda sekarang masuk sebagai pengguna lain, sehingga tulisan ini tidak dikirim. Masuk kembali dengan akun semula.",
  tertutup: "Naskah ini tidak lagi menerima perubahan. Salin tulisan Anda bila masih diperlukan, lalu muat ulang halaman.",
};

function tombol(label, gaya, klik) {
  const hasil = document.createElement("button");
  Object.assign(hasil, { type: "button", className: `btn btn-sm ${gaya}`, textContent: label });
  hasil.addEventListener("click", klik);
  return hasil;
}

function jam(pada) {
  const waktu = new Date(pada);
  const hari = waktu.toDateString() === new Date().toDateString() ? {} : { day: "numeric", month: "long" };
  return waktu.toLocaleString("id-ID", { ...hari, hour: "2-digit", minute: "2-digit" });
}

export class Kabar {
  constructor(formulir, simpan) {
    Object.assign(this, { formulir, simpan });
    this.lencana = document.querySelector("[data-lencana]");
    this.awal = this.lencana.textContent;
    this.galat = formulir.querySelector("[data-galat]");
  }

  perbarui() {
    const [keadaan, teks] = this.#keadaan();
    this.lencana.dataset.keadaan = keadaan;
    if (this.lencana.textContent !== teks) this.lencana.textContent = teks;
    if (this.galat.textContent !== this.simpan.galat) this.galat.textContent = this.simpan.galat;
    this.#bilah();
  }

  #keadaan() {
    const { simpan } = this;
    if (simpan.sedang) return ["menyimpan", "Menyimpan…"];
    if (simpan.bentrok) return ["bentrok", "Bentrok – pilih naskah yang dipakai"];
    if (simpan.sebab) return ["tertunda", `Belum tersimpan – ${SEBAB[simpan.sebab](simpan)}`];
    if (simpan.galat) return ["tertunda", "Belum tersimpan – naskah perlu diperbaiki"];
    if (simpan.kotor()) return ["tertunda", "Belum tersimpan"];
    return simpan.pada ? ["tersimpan", `Semua perubahan tersimpan ${simpan.pada}`] : ["", this.awal];
  }

  #bilah() {
    const { sebab } = this.simpan;
    if (sebab === this.bilahUntuk) return;
    this.bilahUntuk = sebab;
    this.bilah?.remove();
    if (!BILAH[sebab]) return;
    const masuk = document.createElement("a");
    Object.assign(masuk, { href: this.formulir.dataset.masuk, target: "_blank", className: "btn btn-sm btn-primary", textContent: "Masuk di tab baru" });
    const coba = tombol("Coba simpan lagi", "btn-outline-primary", () => this.simpan.simpan());
    this.bilah = this.#pasang("pesan bahaya", "alert", BILAH[sebab], sebab === "tertutup" ? [coba] : [masuk, coba]);
  }

  // What the last visit left unsaved: the user decides.
  tawarkan(pada, { pulihkan, buang }) {
    const pilih = (jawab) => () => { bilah.remove(); jawab(); };
    const bilah = this.#pasang("pesan", "status", `Ada tulisan yang belum terkirim dari ${jam(pada)}.`, [
      tombol("Pulihkan", "btn-primary", pilih(pulihkan)),
      tombol("Buang", "btn-outline-primary", pilih(buang)),
    ]);
  }

  #pasang(gaya, peran, pesan, isi) {
    const bilah = document.createElement("div");
    bilah.className = `${gaya} bilah`;
    bilah.setAttribute("role", peran);
    const teks = document.createElement("p");
    teks.textContent = pesan;
    bilah.append(teks, ...isi);
    this.formulir.before(bilah);
    return bilah;
  }
}
