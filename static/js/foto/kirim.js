// One photo on its way to the server, with how far it has come.

import { kue } from "../lkip.js";

const BATAS = 180_000; // milliseconds; a photo that is not small on a slow line needs two minutes

const SEBAB = {
  koneksi: "Belum terkirim: tidak ada koneksi.",
  server: "Belum terkirim: server belum menjawab.",
  sesi: "Belum terkirim: sesi berakhir. Masuk kembali di tab baru, lalu coba lagi di sini.",
  tertutup: "Belum terkirim: server menolak. Mungkin tahun ini sudah dikunci atau Anda masuk sebagai pengguna lain.",
};

function uraikan(teks) {
  try {
    return JSON.parse(teks);
  } catch {
    return null;
  }
}

function nilai(permintaan) {
  const { status, responseURL, responseText } = permintaan;
  if (status === 0) return { gagal: SEBAB.koneksi };
  if (status >= 500 || status === 429) return { gagal: SEBAB.server };
  if (new URL(responseURL).pathname !== location.pathname) return { gagal: SEBAB.sesi };
  const isi = [200, 422].includes(status) && uraikan(responseText);
  return isi || { gagal: SEBAB.tertutup };
}

// {keterangan, ubah} of a photo that is stored, {galat} by field of one that is refused, or {gagal}: try again.
export function kirim(isi, padaMaju) {
  const permintaan = new XMLHttpRequest();
  permintaan.open("POST", location.pathname);
  permintaan.timeout = BATAS;
  permintaan.setRequestHeader("Accept", "application/json");
  permintaan.setRequestHeader("X-CSRFToken", kue());
  permintaan.upload.addEventListener("progress", ({ loaded, total }) => padaMaju((100 * loaded) / total));
  return new Promise((jawab) => {
    permintaan.addEventListener("loadend", () => jawab(nilai(permintaan)));
    permintaan.send(isi);
  });
}
