"""Forms of photos: new ones, several at once, and one that is there."""

import secrets
from collections import Counter
from collections.abc import Iterator
from hashlib import blake2s

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Q
from django.forms.models import construct_instance, model_to_dict

from anggaran.models import SubKegiatan
from lkip.forms.dasar import FormulirBerversi
from lkip.gambar import GambarSalah, kecilkan, tulis_jpeg
from lkip.isian.permintaan import Permintaan, nama_permintaan
from lkip.models import Foto, KirimanBaris

SISI = 1600
JENIS = "image/*"
PETUNJUK = "JPEG atau PNG, paling besar 10 MB. Foto diperkecil; lokasi GPS dibuang."
BIDANG = ("keterangan", "sub_kegiatan", "tanggal", "lokasi", "urutan")


def gambar_ulang(unggahan: UploadedFile) -> ContentFile:
    """A photo drawn anew as JPEG, without what the camera wrote beside it."""
    try:
        return ContentFile(tulis_jpeg(kecilkan(unggahan, SISI)), "foto.jpg")
    except GambarSalah as salah:
        raise ValidationError(salah.pesan) from salah


class FormulirFoto(FormulirBerversi):
    """What is said of a photo; `seksi` limits the sub kegiatan to those of these units."""

    class Meta(FormulirBerversi.Meta):
        model = Foto
        fields = BIDANG
        help_texts = {"keterangan": "Tercetak di bawah foto."}

    def __init__(self, *args, seksi=None, **kwargs):
        super().__init__(*args, **kwargs)
        lkip = self.instance.lkip
        milik = Q() if seksi is None else Q(seksi__in=seksi)
        pilihan = self.fields["sub_kegiatan"]
        pilihan.required = seksi is not None
        pilihan.queryset = SubKegiatan.objects.filter(
            milik, kegiatan__program__instansi=lkip.instansi_id, kegiatan__program__tahun=lkip.tahun
        )


class FotoForm(FormulirFoto):
    """A photo that is there; its file may be replaced."""

    class Meta(FormulirFoto.Meta):
        fields = ("berkas", *BIDANG)
        widgets = {"berkas": forms.FileInput(attrs={"accept": JENIS})}
        help_texts = FormulirFoto.Meta.help_texts | {"berkas": PETUNJUK}

    def clean_berkas(self):
        unggahan = self.cleaned_data["berkas"]
        return gambar_ulang(unggahan) if "berkas" in self.changed_data else unggahan


class BanyakBerkas(forms.FileInput):
    """A control that gives every file that was chosen."""

    allow_multiple_selected = True

    def value_from_datadict(self, data, files, name):
        return files.getlist(name)


class BanyakFotoField(forms.ImageField):
    """Photos drawn anew. Each that cannot be used is an error, by its name where there are more."""

    widget = BanyakBerkas
    SEKALIGUS = 20  # without our script all of them come in one request

    def clean(self, data, initial=None):
        if len(data) > self.SEKALIGUS:
            raise ValidationError(f"Kirim paling banyak {self.SEKALIGUS} foto sekaligus.")
        hasil, galat = [], []
        for satu in data or [None]:
            try:
                hasil.append(gambar_ulang(super().clean(satu)))
            except ValidationError as salah:
                awal = f"{satu.name}: " if len(data) > 1 else ""
                galat += [awal + pesan for pesan in salah.messages]
        if galat:
            raise ValidationError(galat)
        return hasil


class FotoBaruForm(FormulirFoto):
    """New photos that have what is said of them in common; all are saved, or none.

    The same photo sent again by the same page, because its answer was lost, is not stored again:
    it takes over what was typed since. `tersimpan` are the photos.
    """

    kelompok = (("", ("berkas",)), ("Untuk semua foto", BIDANG))

    berkas = BanyakFotoField(
        label="Foto",
        help_text=f"{PETUNJUK} Beberapa foto dapat dipilih sekaligus.",
        validators=Foto._meta.get_field("berkas").validators,
        widget=BanyakBerkas(attrs={"accept": JENIS, "multiple": True}),
    )
    kiriman = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)

    class Meta(FormulirFoto.Meta):
        help_texts = {
            "keterangan": "Tercetak di bawah foto; keterangan tiap foto dapat diubah.",
            "urutan": "Foto berikutnya mendapat urutan sesudahnya.",
        }

    def __init__(self, *args, pengguna, **kwargs):
        super().__init__(*args, **kwargs)
        self.pengguna = pengguna
        self.tersimpan: list[Foto] = []
        self.fields["kiriman"].initial = secrets.token_hex(16)

    def _tulis(self) -> bool:
        lkip, tersimpan = self.instance.lkip, []
        for nomor, (isi, kunci) in enumerate(self._iter_kiriman()):
            catatan = Permintaan(self.pengguna, f"foto/{lkip.pk}", kunci).catat()
            self.instance = self._temukan(catatan) or Foto(lkip=lkip, berkas=isi)
            self._pasang(nomor)
            if not super()._tulis():
                transaction.set_rollback(True)
                return False
            catatan.objek = self.instance.pk
            catatan.save()
            tersimpan.append(self.instance)
        self.tersimpan = tersimpan
        return True

    def _iter_kiriman(self) -> Iterator[tuple[ContentFile, str]]:
        """Each photo with the name of its wish: that of the page, and which picture it is there."""
        halaman = self.cleaned_data["kiriman"] or secrets.token_hex(16)
        kembar: Counter[str] = Counter()
        for isi in self.cleaned_data["berkas"]:
            gambar = blake2s(isi.read()).hexdigest()
            yield isi, nama_permintaan(halaman, f"{gambar} {kembar[gambar]}")
            kembar[gambar] += 1

    def _temukan(self, catatan: KirimanBaris) -> Foto | None:
        return Foto.objects.select_for_update().filter(pk=catatan.objek).first()

    def _pasang(self, nomor: int) -> None:
        """Put what was typed on the photo, unless somebody has changed it after it was stored."""
        self.ubah = False
        if self.instance.versi > 1:
            return
        semula = model_to_dict(self.instance, BIDANG)
        construct_instance(self, self.instance, BIDANG)
        self.instance.urutan += nomor
        self.ubah = model_to_dict(self.instance, BIDANG) != semula
