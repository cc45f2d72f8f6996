// The panel below a row that somebody else has changed: both values of each field, and the choice.

import { unsur } from "./jaga.js";

const tampil = (teks) => teks || "(kosong)";

function pilihan(nama, nilai, label, teks, terpilih) {
  const masukan = unsur("input", [], { type: "radio", name: nama, value: nilai, class: "form-check-input" });
  masukan.defaultChecked = terpilih;
  return unsur("label", [masukan, unsur("span", `${label} `, { class: "visually-hidden" }), unsur("span", tampil(teks), { "data-nilai": nilai })]);
}

function barisPilihan(lembar, tr, kendali) {
  const nama = `bentrok-${tr.dataset.baris}-${kendali.dataset.kolom}`;
  const { judul } = lembar.kolom.find((satu) => satu.nama === kendali.dataset.kolom);
  const { tersimpan } = lembar.keadaan.get(kendali).bentrok;
  return unsur("tr", [
    unsur("th", judul, { scope: "row" }),
    unsur("td", pilihan(nama, "isian", "Isian Anda:", kendali.value, true), { "data-label": "Isian Anda" }),
    unsur("td", pilihan(nama, "tersimpan", "Tersimpan sekarang:", tersimpan, false), { "data-label": "Tersimpan sekarang" }),
  ], { "data-kolom-bentrok": kendali.dataset.kolom });
}

function tabelPilihan(lembar, tr) {
  const kepala = ["Kolom", "Isian Anda", "Tersimpan sekarang"].map((satu) => unsur("th", satu, { scope: "col" }));
  const baris = lembar.selBentrok(tr).map((satu) => barisPilihan(lembar, tr, satu));
  return unsur("table", [unsur("thead", unsur("tr", kepala)), unsur("tbody", baris)]);
}

const cariPanel = (tr) => (tr.nextElementSibling?.classList.contains("baris-bentrok") ? tr.nextElementSibling : null);

// A panel for each row with a conflict that has none yet; whether there was one. `padaSelesai(tr)` hears
// when the user has chosen.
export function tampilkanBentrok(lembar, padaSelesai) {
  const banyak = (tr) => cariPanel(tr)?.querySelectorAll("[data-kolom-bentrok]").length ?? 0;
  const baru = lembar.baris().filter((tr) => lembar.selBentrok(tr).length > banyak(tr));
  for (const tr of baru) pasangPanel(lembar, tr, padaSelesai);
  return baru.length > 0;
}

function pasangPanel(lembar, tr, padaSelesai) {
  tutupPanel(tr);
  const { oleh } = lembar.keadaan.get(lembar.selBentrok(tr)[0]).bentrok;
  const legenda = unsur("legend", `Baris “${lembar.judul(tr)}” diubah oleh ${oleh || "orang lain"} setelah Anda membukanya.`, { tabindex: "-1" });
  const simpan = unsur("button", "Simpan pilihan", { type: "button", class: "btn btn-primary" });
  const batal = unsur("button", "Batalkan isian saya", { type: "button", class: "btn btn-outline-primary" });
  const panel = unsur("fieldset", [legenda, tabelPilihan(lembar, tr), unsur("div", [simpan, batal], { class: "tombol" })], { class: "panel-bentrok" });
  const sel = unsur("td", panel, { role: "cell", colspan: String(tr.cells.length) });
  tr.after(unsur("tr", sel, { role: "row", class: "baris-bentrok" }));
  tr.classList.add("bentrok");
  const tutup = (pakaiTersimpan) => {
    const semua = lembar.selBentrok(tr);
    for (const satu of semua) lembar.selesaikanBentrok(satu, pakaiTersimpan(satu));
    tutupPanel(tr);
    semua[0]?.focus();
    padaSelesai(tr);
  };
  simpan.addEventListener("click", () => tutup((satu) => terpilih(panel, satu) === "tersimpan"));
  batal.addEventListener("click", () => tutup(() => true));
}

function terpilih(panel, kendali) {
  return panel.querySelector(`[data-kolom-bentrok="${CSS.escape(kendali.dataset.kolom)}"] input:checked`).value;
}

function tutupPanel(tr) {
  cariPanel(tr)?.remove();
  tr.classList.remove("bentrok");
}

// The panel shows what the user types above it.
export function perbaruiPanel(kendali) {
  const kolom = CSS.escape(kendali.dataset.kolom);
  const sel = cariPanel(kendali.closest("tr"))?.querySelector(`[data-kolom-bentrok="${kolom}"] [data-nilai=isian]`);
  if (sel) sel.textContent = tampil(kendali.value);
}

export function fokusBentrok(tabel) {
  const legenda = tabel.querySelector(".baris-bentrok legend");
  legenda?.focus();
  return Boolean(legenda);
}
