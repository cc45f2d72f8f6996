// Nobody leaves with unsaved cells by accident: they are saved first, and if that fails the user is asked.

import { tanya } from "./dialog.js";

const PINDAH = {
  pesan: "Bila Anda pindah, isian itu ditawarkan kembali pada kunjungan berikutnya di perangkat ini.",
  tombol: "Pindah tanpa menyimpan",
};
const KELUAR = { pesan: "Bila Anda keluar, isian itu hilang dari perangkat ini.", tombol: "Keluar tanpa menyimpan" };

export function jagaPindah(halaman) {
  const { lembar } = halaman;
  let bebas = false;
  const kotor = () => !bebas && lembar.barisKotor().length > 0;

  const peringatkan = (event) => {
    event.preventDefault();
    event.returnValue = true; // older browsers ask for this alone
  };
  halaman.padaLapor = () => {
    if (kotor() || halaman.simpan.sedang) addEventListener("beforeunload", peringatkan);
    else removeEventListener("beforeunload", peringatkan);
  };

  function bebaskan() {
    bebas = true;
    removeEventListener("beforeunload", peringatkan);
  }

  async function lanjutkan(pergi, pilihan) {
    if (!(await halaman.simpanSemua()) && !(await tanyaPindah(lembar.barisKotor().length, pilihan))) return;
    bebaskan();
    pergi();
  }

  document.addEventListener("click", (event) => {
    const tautan = event.target.closest("a[href]");
    const biasa = tautan && !tautan.target && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!biasa || tautan.getAttribute("href").startsWith("#") || !kotor()) return;
    event.preventDefault();
    lanjutkan(() => location.assign(tautan.href), PINDAH);
  });

  document.addEventListener("submit", async (event) => {
    const formulir = event.target;
    const keluar = formulir.matches("[action='/keluar/']");
    if (formulir === halaman.formulir || formulir.method === "dialog") return;
    const hapus = !bebas && formulir.matches(".hapus") && formulir.querySelector("select");
    if (!hapus && !kotor()) {
      if (keluar) halaman.draf.hentikan();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (hapus && !(await tanyaHapus(hapus))) return;
    if (kotor()) await lanjutkan(() => formulir.requestSubmit(), keluar ? KELUAR : PINDAH);
    else {
      bebaskan();
      formulir.requestSubmit();
    }
  }, true);
}

function tanyaPindah(banyak, { pesan, tombol }) {
  return tanya({
    judul: "Ada isian yang belum tersimpan",
    pesan: `${banyak} baris belum tersimpan. ${pesan}`,
    tombol,
    batal: "Tetap di sini",
  });
}

function tanyaHapus(pilihan) {
  return tanya({
    judul: `Hapus baris “${pilihan.selectedOptions[0].text}”?`,
    pesan: "Baris ini hilang dari tabel; riwayat perubahannya tetap ada.",
    tombol: "Hapus",
  });
}
