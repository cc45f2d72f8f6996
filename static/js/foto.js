// A photo is drawn anew at most 1600 pixels wide and high before it is sent: quick on a slow line, and without
// what the camera wrote beside it. Without this script the server does the same after the upload.

const SISI = 1600;
const MUTU = 0.8;
const masukan = document.querySelector("input[type=file][name=berkas]");
const formulir = masukan.form;
const kabar = document.createElement("p");
let pekerjaan = null;

kabar.className = "petunjuk";
kabar.setAttribute("role", "status");
masukan.after(kabar);

const mb = (bita) => `${(bita / 1e6).toFixed(1).replace(".", ",")} MB`;

async function kecilkan(berkas) {
  const asli = await createImageBitmap(berkas);
  const skala = Math.min(1, SISI / Math.max(asli.width, asli.height));
  const kanvas = new OffscreenCanvas(Math.round(asli.width * skala), Math.round(asli.height * skala));
  kanvas.getContext("2d").drawImage(asli, 0, 0, kanvas.width, kanvas.height);
  const isi = await kanvas.convertToBlob({ type: "image/jpeg", quality: MUTU });
  return new File([isi], "foto.jpg", { type: "image/jpeg" });
}

async function siapkan() {
  const berkas = masukan.files[0];
  kabar.textContent = "";
  if (!berkas) return;
  kabar.textContent = "Foto sedang diperkecil…";
  try {
    const kecil = await kecilkan(berkas);
    const wadah = new DataTransfer();
    wadah.items.add(kecil);
    masukan.files = wadah.files;
    kabar.textContent = `Foto siap dikirim: ${mb(berkas.size)} menjadi ${mb(kecil.size)}.`;
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
