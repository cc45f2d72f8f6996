"""Forms of the plan: Renstra, tujuan, sasaran, indikator, and the decree on IKU."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator

from instansi.models import Instansi
from lkip.forms.dasar import FormulirBerversi, FormulirLepas, TanggalField
from renstra.models import Indikator, PenetapanIKU, Renstra, Sasaran, Tujuan

# Codes stand in addresses.
KODE_SEDERHANA = RegexValidator(
    r"^[0-9A-Za-z.-]+\Z", "Kode hanya memuat huruf, angka, titik, dan tanda hubung."
)


class RenstraForm(FormulirBerversi):
    """The head of the plan that is in force in `tahun`."""

    kelompok = (
        ("Renstra", ("tahun_awal", "tahun_akhir", "dasar_hukum", "ditetapkan")),
        ("RPJMD yang didukung", ("visi", "misi", "tujuan_rpjmd")),
    )

    class Meta(FormulirBerversi.Meta):
        model = Renstra
        fields = (
            "tahun_awal",
            "tahun_akhir",
            "dasar_hukum",
            "ditetapkan",
            "visi",
            "misi",
            "tujuan_rpjmd",
        )
        widgets = {nama: forms.Textarea({"rows": 3}) for nama in ("visi", "misi", "tujuan_rpjmd")}

    def __init__(self, *args, tahun: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.tahun = tahun

    def clean(self):
        isi = super().clean()
        awal, akhir = isi.get("tahun_awal"), isi.get("tahun_akhir")
        if awal and akhir and not awal <= self.tahun <= akhir:
            raise ValidationError(f"Periode Renstra harus memuat tahun {self.tahun}.")
        return isi


class RenstraPerubahanForm(FormulirLepas):
    """The decree that changes the plan."""

    dasar_hukum = forms.CharField(
        label="Dasar hukum",
        max_length=300,
        help_text="Keputusan yang menetapkan perubahan Renstra.",
    )
    ditetapkan = TanggalField(label="Tanggal penetapan")


class BerkodeForm(FormulirBerversi):
    """A node of the tree with a code that fits into addresses."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kode"].validators.append(KODE_SEDERHANA)
        self.fields["kode"].help_text = "Kode singkat yang tidak dipakai dua kali, misalnya T1."


class TujuanForm(BerkodeForm):
    """A tujuan and the sasaran RPJMD that it supports."""

    class Meta(FormulirBerversi.Meta):
        model = Tujuan
        fields = ("kode", "uraian", "sasaran_rpjmd")
        widgets = {"uraian": forms.Textarea({"rows": 2})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sasaran_rpjmd"].queryset = self.instance.renstra.sasaran_rpjmd.all()


class SasaranForm(BerkodeForm):
    """A sasaran; it may move to another tujuan of the plan."""

    class Meta(FormulirBerversi.Meta):
        model = Sasaran
        fields = ("kode", "uraian", "tujuan", "strategi", "kebijakan")
        widgets = {
            nama: forms.Textarea({"rows": 2}) for nama in ("uraian", "strategi", "kebijakan")
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["tujuan"].queryset = self.instance.renstra.tujuan.all()


class IndikatorForm(BerkodeForm):
    """The sheet of an indikator: what it means, how it is measured, and who answers for it."""

    kelompok = (
        ("Indikator", ("kode", "nama", "tujuan", "sasaran", "iku", "penjelasan")),
        ("Pengukuran", ("satuan", "polaritas", "formula_negatif", "akumulasi", "rumus")),
        (
            "Bentuk nilai",
            (
                "rasio",
                "label_pembilang",
                "label_penyebut",
                "faktor",
                "skala_huruf",
                "batas_maksimum",
            ),
        ),
        ("Sumber dan penanggung jawab", ("sumber_data", "penanggung_jawab")),
    )

    class Meta(FormulirBerversi.Meta):
        model = Indikator
        fields = (
            "kode",
            "nama",
            "tujuan",
            "sasaran",
            "iku",
            "penjelasan",
            "satuan",
            "polaritas",
            "formula_negatif",
            "akumulasi",
            "rumus",
            "rasio",
            "label_pembilang",
            "label_penyebut",
            "faktor",
            "skala_huruf",
            "batas_maksimum",
            "sumber_data",
            "penanggung_jawab",
        )
        help_texts = {
            "satuan": "Misalnya %, Nilai, Dokumen.",
            "akumulasi": "Cara nilai setahun diperoleh dari nilai triwulan.",
            "faktor": "100 untuk persentase; hanya dipakai indikator rasio.",
            "skala_huruf": "Untuk nilai yang berupa huruf, misalnya BB (75).",
            "batas_maksimum": "Nilai tertinggi yang mungkin, misalnya 100.",
        }
        widgets = {
            "nama": forms.Textarea({"rows": 2}),
            "rumus": forms.Textarea({"rows": 3}),
            "penjelasan": forms.Textarea({"rows": 3}),
            "penanggung_jawab": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args, instansi: Instansi, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["penanggung_jawab"].queryset = instansi.seksi.all()
        induk, lain = ("tujuan", "sasaran") if self.instance.tujuan_id else ("sasaran", "tujuan")
        del self.fields[lain]
        self.fields[induk].queryset = getattr(self.instance.renstra, induk).all()
        self.fields[induk].required = True
        self._namai_kosong("formula_negatif", "Menurut profil penilaian")
        self._namai_kosong("skala_huruf", "Tanpa skala huruf")

    def _namai_kosong(self, nama: str, label: str) -> None:
        """Say what an empty choice means."""
        bidang = self.fields[nama]
        bidang.choices = [("", label), *(satu for satu in bidang.choices if satu[0])]


class PenetapanIKUForm(FormulirBerversi):
    """Number and day of the decree on IKU."""

    class Meta(FormulirBerversi.Meta):
        model = PenetapanIKU
        fields = ("nomor", "tanggal")
