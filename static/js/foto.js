// The new file of a photo that is there is made small before it is sent.

import { kecilkan, ukuran } from "./foto/kecilkan.js";

const masukan = document.querySelector("input[type=file][name=berkas]");
const formulir = masukan.form;
const kabar = document.createElement("p");
let pekerjaan = null;

kabar.className = "petunjuk";
kabar.setAttribute("role", "status");
masukan.after(kabar);

async function siapkan() {
  const berkas = masukan.files[0];
  kabar.textContent = "";
  if (!berkas) return;
  kabar.textContent = "Foto sedang diperkecil…";
  try {
    const { berkas: kecil } = await kecilkan(berkas);
    const wadah = new DataTransfer();
    wadah.items.add(kecil);
    masukan.files = wadah.files;
    kabar.textContent = `Foto siap dikirim: ${ukuran(berkas.size)} menjadi ${ukuran(kecil.size)}.`;
  } catch {
    kabar.textContent = "Berkas ini tidak dapat dibaca sebagai foto. Pilih foto JPEG atau PNG.";
  }
}

masukan.addEventListener("change", () => {
  const ini = siapkan().then(() => { if (pekerjaan === ini) pekerjaan = null; });
  pekerjaan = ini;
});

// Who is faster than the drawing waits for it.
formulir.addEventListener("submit", (event) => {
  if (!pekerjaan) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  pekerjaan.then(() => formulir.requestSubmit());
});
