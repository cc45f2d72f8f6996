"""The form below a preview: layout, columns, budget version, triwulan, SKPD."""

from django import forms
from openpyxl.utils import get_column_letter

from lkip.isi.anggaran import Tahap
from lkip.sipd.impor import PilihanSipd
from lkip.sipd.kenali import BARIS_KEPALA, BIDANG, Peta, Tata, kenali, petakan
from lkip.sipd.tabel import Tabel, teks_sel

TRIWULAN = [(1, "Triwulan I"), (2, "Triwulan II"), (3, "Triwulan III"), (4, "Triwulan IV")]
TANPA = ("", "– tidak ada –")


class PilihanForm(forms.Form):
    """What a person may correct. Columns are those of the layout that the table was shown in."""

    tata = forms.ChoiceField(label="Susunan berkas", choices=[(t.value, t.label) for t in Tata])
    tata_lama = forms.CharField(required=False, widget=forms.HiddenInput)
    tahap = forms.ChoiceField(
        label="Pagu dalam berkas adalah", choices=[(t.value, t.label) for t in Tahap]
    )
    triwulan = forms.TypedChoiceField(label="Realisasi sampai dengan", choices=TRIWULAN, coerce=int)
    skpd = forms.ChoiceField(label="SKPD", required=False)

    def __init__(self, data, *, tabel: Tabel, tahap: Tahap, skpd: dict[str, str], nama: str):
        self.tabel = tabel
        bawaan = kenali(tabel)
        tata = Tata(data["tata"]) if data.get("tata") in set(Tata) else bawaan and bawaan.tata
        self.peta = petakan(tabel, tata or Tata.SEDERHANA)
        dikirim = data.get("tata_lama") == self.peta.tata
        isi = {
            "tata": self.peta.tata.value,
            "tata_lama": self.peta.tata.value,
            "tahap": data.get("tahap", tahap.value),
            "triwulan": data.get("triwulan", "4"),
            "skpd": data.get("skpd") or _skpd_sendiri(skpd, nama),
        }
        for satu in BIDANG[self.peta.tata]:
            nama = f"kolom_{satu.nama}"
            bawaan_kolom = str(self.peta.kolom.get(satu.nama, ""))
            isi[nama] = data.get(nama, "") if dikirim else bawaan_kolom
        super().__init__(isi)
        self._susun(skpd)

    def _susun(self, skpd: dict[str, str]) -> None:
        kolom = [
            TANPA,
            *(
                (str(nomor), judul)
                for nomor, judul in enumerate(judul_kolom(self.tabel, self.peta))
            ),
        ]
        for satu in BIDANG[self.peta.tata]:
            self.fields[f"kolom_{satu.nama}"] = forms.ChoiceField(
                label=satu.label, required=False, choices=kolom
            )
        self.fields["skpd"].choices = [TANPA, *skpd.items()]
        if len(skpd) < 2:
            del self.fields["skpd"]  # nothing to choose from
        for bidang in self.fields.values():
            if not isinstance(bidang.widget, forms.HiddenInput):
                bidang.widget.attrs["class"] = "form-select"

    def hasil(self) -> tuple[Peta, PilihanSipd]:
        """The corrected map and the decisions; valid forms only."""
        isi = self.cleaned_data
        kolom = {
            satu.nama: int(isi[f"kolom_{satu.nama}"]) if isi[f"kolom_{satu.nama}"] else None
            for satu in BIDANG[self.peta.tata]
        }
        pilihan = PilihanSipd(
            tahap=Tahap(isi["tahap"]), triwulan=isi["triwulan"], skpd=isi.get("skpd", "")
        )
        return self.peta.koreksi(kolom), pilihan


def _skpd_sendiri(skpd: dict[str, str], nama: str) -> str:
    """The code of the office in a file of several; empty unless exactly one has its name."""
    cocok = [kode for kode, satu in skpd.items() if nama.casefold() in satu.casefold()]
    return cocok[0] if len(cocok) == 1 and len(skpd) > 1 else ""


def judul_kolom(tabel: Tabel, peta: Peta) -> list[str]:
    """Each column by its letter and its head; of an unknown table by the first text in it."""
    judul = [""] * tabel.lebar
    akhir = peta.mulai + (peta.tata is Tata.LRA)  # a second row of heads: Anggaran, Realisasi
    kepala = range(peta.mulai - 1, akhir) if peta.kolom else range(BARIS_KEPALA // 2)
    for _, isi in (satu for satu in tabel.baris if satu[0] in kepala):
        for tempat, sel in enumerate(isi):
            teks = teks_sel(sel)
            if peta.kolom or not judul[tempat]:
                judul[tempat] = f"{judul[tempat]} {teks}".strip()
    return [f"{get_column_letter(tempat + 1)} {teks}"[:60] for tempat, teks in enumerate(judul)]
