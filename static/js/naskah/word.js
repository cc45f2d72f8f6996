// Lists as Word for Windows pastes them become lists; lkip/naskah_word.py does the same on the server.

import { Extension, Plugin } from "../../django_prose_editor/editor.js";

const BERNOMOR = /^\d+[.)]|^[a-zA-Z][.)]|^\(?[ivx]+\)/;
const gaya = (unsur) => unsur.getAttribute("style") ?? "";

// Take the mark that Word has printed before an item out of it: "1.", "a)" or a bullet.
function ambilTanda(alinea) {
  const tanda = [...alinea.querySelectorAll("span")].find((satu) => /mso-list:\s*ignore/i.test(gaya(satu)));
  tanda?.remove();
  return tanda?.textContent.trim() ?? "";
}

function bukaDaftar(terbuka, alinea, bernomor) {
  const daftar = alinea.ownerDocument.createElement(bernomor ? "ol" : "ul");
  const induk = terbuka.at(-1)?.daftar.lastElementChild;
  if (induk) induk.append(daftar);
  else alinea.before(daftar);
  return daftar;
}

function pindahkan(alinea, daftar) {
  const butir = alinea.ownerDocument.createElement("li");
  const isi = alinea.ownerDocument.createElement("p");
  isi.append(...alinea.childNodes);
  butir.append(isi);
  daftar.append(butir);
  alinea.remove();
}

export function daftarWord(html) {
  if (!/mso-list/i.test(html)) return html;
  const dokumen = new DOMParser().parseFromString(html, "text/html");
  let terbuka = [];
  for (const alinea of dokumen.querySelectorAll("p")) {
    const [, nama, tingkat] = /mso-list:\s*l(\d+)\s+level(\d)/i.exec(gaya(alinea)) ?? [];
    terbuka = terbuka.filter((satu) => nama && (satu.tingkat < tingkat || (satu.tingkat === tingkat && satu.nama === nama)));
    if (!nama) continue;
    const bernomor = BERNOMOR.test(ambilTanda(alinea));
    if (!terbuka.length || terbuka.at(-1).tingkat < tingkat) {
      terbuka.push({ nama, tingkat, daftar: bukaDaftar(terbuka, alinea, bernomor) });
    }
    pindahkan(alinea, terbuka.at(-1).daftar);
  }
  return dokumen.body.innerHTML;
}

export const TempelWord = Extension.create({
  name: "TempelWord",
  addProseMirrorPlugins: () => [new Plugin({ props: { transformPastedHTML: daftarWord } })],
});
