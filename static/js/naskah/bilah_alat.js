// The toolbar above the editor: buttons with words, reached by Tab once and walked with the arrow keys.

const dalamDaftar = (editor) => editor.isActive("listItem");
const dalamTabel = (editor) => editor.isActive("table");

const KELOMPOK = [
  [
    { label: "Tebal", aktif: (editor) => editor.isActive("bold"), jalankan: (rantai) => rantai.toggleBold() },
    { label: "Miring", aktif: (editor) => editor.isActive("italic"), jalankan: (rantai) => rantai.toggleItalic() },
  ],
  [
    { label: "1. Daftar bernomor", aktif: (editor) => editor.isActive("orderedList"), jalankan: (rantai) => rantai.toggleOrderedList() },
    { label: "• Daftar butir", aktif: (editor) => editor.isActive("bulletList"), jalankan: (rantai) => rantai.toggleBulletList() },
    { label: "Masuk setingkat", tampil: dalamDaftar, jalankan: (rantai) => rantai.sinkListItem("listItem") },
    { label: "Keluar setingkat", tampil: dalamDaftar, jalankan: (rantai) => rantai.liftListItem("listItem") },
  ],
  [
    { label: "Tabel", tampil: (editor) => !dalamTabel(editor), jalankan: (rantai) => rantai.insertTable({ rows: 3, cols: 3, withHeaderRow: true }) },
    { label: "Tambah baris", tampil: dalamTabel, jalankan: (rantai) => rantai.addRowAfter() },
    { label: "Hapus baris", tampil: dalamTabel, jalankan: (rantai) => rantai.deleteRow() },
    { label: "Tambah kolom", tampil: dalamTabel, jalankan: (rantai) => rantai.addColumnAfter() },
    { label: "Hapus kolom", tampil: dalamTabel, jalankan: (rantai) => rantai.deleteColumn() },
    { label: "Hapus tabel", tampil: dalamTabel, jalankan: (rantai) => rantai.deleteTable() },
  ],
  [
    { label: "Urungkan", bisa: (editor) => editor.can().undo(), jalankan: (rantai) => rantai.undo() },
    { label: "Ulangi", bisa: (editor) => editor.can().redo(), jalankan: (rantai) => rantai.redo() },
  ],
];

function buatTombol(editor, { label, jalankan }) {
  const tombol = document.createElement("button");
  Object.assign(tombol, { type: "button", className: "btn btn-sm", textContent: label, tabIndex: -1 });
  tombol.addEventListener("mousedown", (event) => event.preventDefault()); // the text keeps its selection
  tombol.addEventListener("click", () => tombol.getAttribute("aria-disabled") || jalankan(editor.chain().focus()).run());
  return tombol;
}

function segarkan(editor, tombol) {
  for (const [satu, { aktif, tampil, bisa }] of tombol) {
    satu.hidden = Boolean(tampil && !tampil(editor));
    if (aktif) satu.setAttribute("aria-pressed", String(aktif(editor)));
    if (bisa && !bisa(editor)) satu.setAttribute("aria-disabled", "true");
    else satu.removeAttribute("aria-disabled");
  }
}

function pindah(bilah, event) {
  const tombol = [...bilah.querySelectorAll("button:not([hidden])")];
  const kini = tombol.indexOf(event.target);
  const tujuan = { ArrowRight: kini + 1, ArrowLeft: kini - 1, Home: 0, End: -1 }[event.key];
  if (tujuan === undefined) return;
  event.preventDefault();
  tombol.at(tujuan % tombol.length).focus();
}

export function buatBilahAlat(editor) {
  const bilah = document.createElement("div");
  bilah.className = "bilah-alat";
  bilah.setAttribute("role", "toolbar");
  bilah.setAttribute("aria-label", "Bentuk tulisan");
  const tombol = new Map();
  for (const isi of KELOMPOK) {
    const kelompok = document.createElement("div");
    for (const satu of isi) tombol.set(buatTombol(editor, satu), satu);
    kelompok.append(...[...tombol.keys()].slice(-isi.length));
    bilah.append(kelompok);
  }
  const [pertama] = tombol.keys();
  pertama.tabIndex = 0;
  bilah.addEventListener("keydown", (event) => pindah(bilah, event));
  bilah.addEventListener("focusin", ({ target }) => {
    for (const satu of tombol.keys()) satu.tabIndex = satu === target ? 0 : -1;
  });
  bilah.addEventListener("focusout", () => {
    if (bilah.querySelector("[tabindex='0']")?.hidden) pertama.tabIndex = 0;
  });
  editor.on("transaction", () => segarkan(editor, tombol));
  segarkan(editor, tombol);
  return bilah;
}
