// A photo is drawn anew at most 1600 pixels wide and high before it is sent: quick on a slow line, and without
// what the camera wrote beside it. Without this the server does the same after the upload.

const SISI = 1600;
const MUTU = 0.8;

export const ukuran = (bita) => (bita < 1e5 ? `${Math.ceil(bita / 1e3)} kB` : `${(bita / 1e6).toFixed(1).replace(".", ",")} MB`);

// Rejects what the browser cannot read as a picture.
export async function kecilkan(berkas) {
  const asli = await createImageBitmap(berkas);
  const skala = Math.min(1, SISI / Math.max(asli.width, asli.height));
  const kanvas = new OffscreenCanvas(Math.round(asli.width * skala), Math.round(asli.height * skala));
  const kuas = kanvas.getContext("2d");
  kuas.fillStyle = "white"; // where a PNG is empty, a JPEG would be black
  kuas.fillRect(0, 0, kanvas.width, kanvas.height);
  kuas.drawImage(asli, 0, 0, kanvas.width, kanvas.height);
  asli.close();
  const isi = await kanvas.convertToBlob({ type: "image/jpeg", quality: MUTU });
  return { berkas: new File([isi], "foto.jpg", { type: "image/jpeg" }), kanvas };
}
