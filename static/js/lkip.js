// Close an open menu on Escape or on a click elsewhere. Without this script menus still open and close.
const menu = () => document.querySelectorAll("details.lipat[open]");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const satu of menu()) {
    satu.open = false;
    if (satu.contains(document.activeElement)) satu.querySelector("summary").focus();
  }
});

document.addEventListener("click", (event) => {
  for (const satu of menu()) if (!satu.contains(event.target)) satu.open = false;
});

// Who signs out leaves nothing unsaved behind on a shared computer (static/js/kisi/draf.js keeps it).
document.addEventListener("submit", ({ target }) => {
  if (!target.matches("[action='/keluar/']")) return;
  for (const kunci of Object.keys(localStorage)) if (kunci.startsWith("lkip-draf:")) localStorage.removeItem(kunci);
});
