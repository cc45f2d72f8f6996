// Compare a chosen or dropped file with the issued ones in the browser. Where this is not possible the form is sent.
const formulir = document.getElementById("periksa");
const masukan = formulir.querySelector("input[type=file]");
const terbit = [...formulir.querySelectorAll("data")].map((satu) => satu.value);

async function bandingkan(berkas) {
  const sidik = await crypto.subtle.digest("SHA-256", await berkas.arrayBuffer());
  const heks = [...new Uint8Array(sidik)].map((satu) => satu.toString(16).padStart(2, "0")).join("");
  const hasil = terbit.includes(heks) ? "cocok" : "beda";
  for (const satu of formulir.querySelectorAll("[data-hasil]")) satu.hidden = satu.dataset.hasil !== hasil;
}

if (crypto.subtle) {
  masukan.addEventListener("change", () => masukan.files[0] && bandingkan(masukan.files[0]));
  formulir.addEventListener("submit", (event) => {
    event.preventDefault();
    if (masukan.files[0]) bandingkan(masukan.files[0]);
  });
  formulir.addEventListener("dragover", (event) => event.preventDefault());
  formulir.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files[0]) bandingkan(event.dataTransfer.files[0]);
  });
}
