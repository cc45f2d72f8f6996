// What the user is told: the badge beside the title, the line below the table, and bars above it.

const SEBAB = {
  koneksi: ({ jeda }) => `tidak ada koneksi, dicoba lagi ${jeda} detik`,
  server: ({ jeda }) => `server belum menjawab, dicoba lagi ${jeda} detik`,
  sesi: () => "sesi berakhir",
  "orang-lain": () => "masuk sebagai pengguna lain",
  tertutup: () => "halaman ini tidak lagi menerima isian",
};
const BILAH = {
  sesi: "Sesi berakhir. Masuk kembali di tab baru – isian Anda tetap di sini dan dikirim setelah Anda kembali ke halaman ini.",
  "orang-lain": "Anda sekarang masuk sebagai pengguna lain, sehingga isian ini tidak dikirim. Masuk kembali dengan akun semula.",
  tertutup: "Isian tidak dapat disimpan: halaman ini tidak lagi menerimanya. Salin tabel bila isian Anda masih diperlukan, lalu muat ulang halaman.",
};

function tombol(label, gaya, klik) {
  const hasil = document.createElement("button");
  hasil.type = "button";
  hasil.className = `btn btn-sm ${gaya}`;
  hasil.textContent = label;
  hasil.addEventListener("click", klik);
  return hasil;
}

function jam(pada) {
  const waktu = new Date(pada);
  const hari = waktu.toDateString() === new Date().toDateString() ? {} : { day: "numeric", month: "long" };
  return waktu.toLocaleString("id-ID", { ...hari, hour: "2-digit", minute: "2-digit" });
}

export class Lencana {
  constructor(lembar, simpan) {
    Object.assign(this, { lembar, simpan });
    this.tempat = document.querySelector("[data-lencana]");
    this.status = document.querySelector("[data-status]");
    this.awal = this.tempat.textContent;
  }

  perbarui() {
    const [keadaan, teks] = this.#keadaan();
    this.tempat.dataset.keadaan = keadaan;
    if (this.tempat.textContent !== teks) this.tempat.textContent = teks;
    this.#bilah();
  }

  #keadaan() {
    const { simpan, lembar } = this;
    const kotor = lembar.barisKotor();
    if (simpan.sedang && !simpan.sebab) return ["menyimpan", "Menyimpan…"];
    if (!kotor.length) return simpan.pada ? ["tersimpan", `Semua perubahan tersimpan ${simpan.pada}`] : ["", this.awal];
    if (simpan.sebab) return ["tertunda", `Belum tersimpan: ${kotor.length} baris – ${SEBAB[simpan.sebab](simpan)}`];
    const bentrok = kotor.filter((tr) => lembar.selBentrok(tr).length).length;
    if (bentrok) return ["bentrok", `${bentrok} baris bentrok – pilih nilai yang dipakai`];
    const salah = lembar.tabel.querySelectorAll("[aria-invalid=true]").length;
    return ["tertunda", `Belum tersimpan: ${kotor.length} baris${salah ? ` – ${salah} isian perlu diperbaiki` : ""}`];
  }

  kabar(pesan) {
    this.status.textContent = pesan;
  }

  #bilah() {
    const { sebab } = this.simpan;
    if (sebab === this.bilahUntuk) return;
    this.bilahUntuk = sebab;
    this.bilah?.remove();
    if (!BILAH[sebab]) return;
    const masuk = document.createElement("a");
    Object.assign(masuk, { href: this.lembar.tabel.dataset.masuk, target: "_blank", className: "btn btn-sm btn-primary", textContent: "Masuk di tab baru" });
    const coba = tombol("Coba simpan lagi", "btn-outline-primary", () => this.simpan.cobaLagi());
    this.bilah = this.#pasang("pesan bahaya", "alert", BILAH[sebab], sebab === "tertutup" ? [coba] : [masuk, coba]);
  }

  // Unsaved values of the last visit: the user decides.
  tawarkan(pada, { pulihkan, buang }) {
    const pilih = (jawab) => () => { bilah.remove(); jawab(); };
    const bilah = this.#pasang("pesan", "status", `Ada isian yang belum terkirim dari ${jam(pada)}.`, [
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
    this.lembar.tabel.closest("form").before(bilah);
    return bilah;
  }
}
