"""Forms of the office: identity, officials, area."""

import io

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from instansi.models import Instansi, Pejabat, Pemda, ProfilWilayah
from lkip.angka import AngkaSalah, format_nip, parse_nip
from lkip.forms.dasar import FormulirBerversi
from lkip.gambar import GambarSalah, kecilkan
from lkip.salin import salin


class InstansiForm(FormulirBerversi):
    """Identity and letterhead of an office."""

    kelompok = (
        ("Identitas", ("nama", "jabatan_pimpinan", "dasar_organisasi")),
        ("Kop surat", ("alamat", "telepon", "email", "laman")),
        ("Dokumen", ("tempat", "zona_waktu")),
    )

    class Meta(FormulirBerversi.Meta):
        model = Instansi
        fields = (
            "nama",
            "jabatan_pimpinan",
            "alamat",
            "telepon",
            "email",
            "laman",
            "tempat",
            "zona_waktu",
            "dasar_organisasi",
        )
        widgets = {"dasar_organisasi": forms.Textarea(attrs={"rows": 2})}


class LambangForm(FormulirBerversi):
    """The emblem that letterheads and the cover of the pemda's offices print."""

    UKURAN = 800

    class Meta(FormulirBerversi.Meta):
        model = Pemda
        fields = ("lambang",)
        help_texts = {"lambang": "Gambar PNG atau JPEG, paling besar 10 MB."}

    def clean_lambang(self):
        """The picture drawn anew, so that nothing but its pixels is kept."""
        unggahan = self.cleaned_data["lambang"]
        if "lambang" not in self.changed_data or not unggahan:
            return unggahan
        try:
            gambar = kecilkan(unggahan, self.UKURAN)
        except GambarSalah as salah:
            raise ValidationError(salah.pesan) from salah
        hasil = io.BytesIO()
        gambar.save(hasil, "PNG", optimize=True)
        return ContentFile(hasil.getvalue(), f"{self.instance.kode}.png")


class NipField(forms.CharField):
    """A NIP with or without spaces, stored as 18 digits."""

    def to_python(self, value):
        teks = super().to_python(value)
        try:
            return parse_nip(teks) if teks else ""
        except AngkaSalah as salah:
            raise ValidationError(salah.pesan) from salah

    def prepare_value(self, value):
        return format_nip(value) if value else ""

    def widget_attrs(self, widget):
        return super().widget_attrs(widget) | {"inputmode": "numeric"}


class PejabatForm(FormulirBerversi):
    """An official of the office in one period; without a unit its head."""

    nip = NipField(label="NIP", required=False, help_text="Misalnya 19670624 198803 1 002.")
    kelompok = (
        ("Orang", ("gelar_depan", "nama", "gelar_belakang", "nip", "pangkat")),
        ("Jabatan", ("seksi", "jabatan", "sifat")),
        ("Masa jabatan", ("mulai", "selesai")),
    )

    class Meta(FormulirBerversi.Meta):
        model = Pejabat
        fields = (
            "seksi",
            "gelar_depan",
            "nama",
            "gelar_belakang",
            "nip",
            "pangkat",
            "jabatan",
            "sifat",
            "mulai",
            "selesai",
        )
        help_texts = {
            "seksi": "Unit yang dipimpin; pimpinan instansi memimpin seluruhnya.",
            "selesai": "Kosongkan selama masih menjabat.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seksi"].queryset = self.instance.instansi.seksi.all()
        self.fields["seksi"].empty_label = "Pimpinan instansi"

    def lengkapi(self):
        ada_unit = self.instance.seksi_id is not None
        self.instance.peran = Pejabat.Peran.UNIT if ada_unit else Pejabat.Peran.PIMPINAN


class KepalaDaerahForm(FormulirBerversi):
    """The head of the pemda in one period."""

    nip = NipField(label="NIP", required=False)
    kelompok = (
        ("Orang", ("gelar_depan", "nama", "gelar_belakang", "nip", "pangkat")),
        ("Jabatan", ("jabatan", "sifat")),
        ("Masa jabatan", ("mulai", "selesai")),
    )

    class Meta(FormulirBerversi.Meta):
        model = Pejabat
        fields = tuple(nama for nama in PejabatForm.Meta.fields if nama != "seksi")
        help_texts = {"selesai": "Kosongkan selama masih menjabat."}


class WilayahForm(FormulirBerversi):
    """Area, people and neighbours in one year.

    The first save of a year takes over the mata pencaharian of `pendahulu`, the profile before.
    """

    pendahulu: ProfilWilayah | None = None
    kelompok = (
        ("Luas dan penduduk", ("luas_km2", "laki_laki", "perempuan", "sumber")),
        ("Batas wilayah", ("batas_utara", "batas_timur", "batas_selatan", "batas_barat")),
    )

    class Meta(FormulirBerversi.Meta):
        model = ProfilWilayah
        fields = (
            "luas_km2",
            "laki_laki",
            "perempuan",
            "sumber",
            "batas_utara",
            "batas_timur",
            "batas_selatan",
            "batas_barat",
        )

    def save(self, commit=True):
        pertama = self.baru
        profil = super().save(commit)
        if pertama and self.pendahulu:
            for satu in self.pendahulu.mata_pencaharian.all():
                salin(satu, profil=profil)
        return profil
