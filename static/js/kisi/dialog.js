// One question at a time: choices, examples, and what the buttons say. null when the user cancels.

function unsur(nama, isi = "", atribut = {}) {
  const hasil = document.createElement(nama);
  hasil.append(...[isi].flat());
  for (const [kunci, nilai] of Object.entries(atribut)) hasil.setAttribute(kunci, nilai);
  return hasil;
}

function pilihanRadio([nilai, label], nomor) {
  const masukan = unsur("input", "", { type: "radio", name: "pilihan", value: nilai, class: "form-check-input" });
  masukan.checked = nomor === 0;
  return unsur("label", [masukan, label], { class: "pilihan" });
}

function tabelContoh(kepala, contoh) {
  const judul = kepala.map((satu) => unsur("th", satu, { scope: "col" }));
  const baris = contoh.map((satu) => unsur("tr", satu.map((teks) => unsur("td", teks))));
  return unsur("table", [unsur("thead", unsur("tr", judul)), unsur("tbody", baris)], { class: "tabel" });
}

export function tanya({ judul, pesan, pilihan = [], kepala = [], contoh = [], tombol, batal = "Batal" }) {
  const lanjut = unsur("button", tombol, { class: "btn btn-primary", value: "lanjut" });
  const tutup = unsur("button", batal, { class: "btn btn-outline-primary", value: "" });
  const isian = unsur("form", [
    unsur("h2", judul, { id: "judul-dialog" }),
    unsur("p", pesan),
    ...(pilihan.length ? [unsur("fieldset", [unsur("legend", "Pilihan", { class: "visually-hidden" }), ...pilihan.map(pilihanRadio)])] : []),
    ...(contoh.length ? [tabelContoh(kepala, contoh)] : []),
    unsur("div", [lanjut, tutup], { class: "tombol" }),
  ], { method: "dialog" });
  const dialog = unsur("dialog", isian, { "aria-labelledby": "judul-dialog", class: "dialog-kisi" });
  const asal = document.activeElement;
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((jawab) => {
    dialog.addEventListener("close", () => {
      const terpilih = isian.querySelector("input[name=pilihan]:checked")?.value ?? "lanjut";
      dialog.remove();
      asal?.focus();
      jawab(dialog.returnValue === "lanjut" ? terpilih : null);
    });
  });
}
