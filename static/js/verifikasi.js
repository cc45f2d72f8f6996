// Compare a chosen or dropped file with the issued ones in the browser. Where this is not possible the form is sent.
const formulir = document.getElementById("periksa");
const masukan = formulir.querySelector("input[type=file]");
const terbit = [...formulir.querySelectorAll("data")].map((satu) => satu.value);

function katakan(hasil) {
  for (const satu of formulir.querySelectorAll("[data-hasil]")) satu.hidden = satu.dataset.hasil !== hasil;
}

async function bandingkan(berkas) {
  if (!berkas) return katakan("kosong");
  const sidik = await crypto.subtle.digest("SHA-256", await berkas.arrayBuffer());
  const heks = [...new Uint8Array(sidik)].map((satu) => satu.toString(16).padStart(2, "0")).join("");
  katakan(terbit.includes(heks) ? "cocok" : "beda");
}

if (crypto.subtle) {
  masukan.addEventListener("change", () => bandingkan(masukan.files[0]));
  formulir.addEventListener("submit", (event) => {
    event.preventDefault();
    bandingkan(masukan.files[0]);
  });
  formulir.addEventListener("dragover", (event) => event.preventDefault());
  formulir.addEventListener("drop", (event) => {
    event.preventDefault();
    bandingkan(event.dataTransfer.files[0]);
  });
}
