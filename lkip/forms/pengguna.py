"""Forms of the admin: users with their roles, and offices."""

from django import forms
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError

from instansi.models import Instansi, Keanggotaan, Pemda, Pengguna, Seksi
from lkip.forms.dasar import FormulirBerversi, FormulirLepas

Peran = Keanggotaan.Peran


class PilihanSeksi(forms.ModelChoiceField):
    """A unit with the office it belongs to."""

    def label_from_instance(self, obj):
        return f"{obj.instansi} – {obj}"


class PeranForm(FormulirLepas):
    """A role, and where: evaluator and admin in the pemda, the others in one of its offices."""

    peran = forms.ChoiceField(label="Peran", choices=Peran.choices)
    instansi = forms.ModelChoiceField(
        Instansi.objects.none(),
        label="Instansi",
        required=False,
        help_text="Kosongkan untuk evaluator dan admin.",
    )
    seksi = PilihanSeksi(
        Seksi.objects.none(),
        label="Unit organisasi",
        required=False,
        help_text="Hanya untuk peran Seksi.",
    )

    def __init__(self, *args, pemda: Pemda, pengguna: Pengguna | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.pemda = pemda
        self.pengguna = pengguna
        self.fields["instansi"].queryset = pemda.instansi.all()
        self.fields["seksi"].queryset = Seksi.objects.filter(instansi__pemda=pemda).select_related(
            "instansi"
        )

    def clean(self):
        """The scope fits the role; the database refuses what is left."""
        isi = super().clean()
        peran, instansi, seksi = isi.get("peran"), isi.get("instansi"), isi.get("seksi")
        di_pemda = peran in Keanggotaan.PERAN_PEMDA
        if not di_pemda and instansi is None:
            self.add_error("instansi", "Pilih instansi untuk peran ini.")
        if peran == Peran.SEKSI and (seksi is None or seksi.instansi != instansi):
            self.add_error("seksi", "Pilih unit organisasi dari instansi yang sama.")
        if not self.errors:
            self.keanggotaan = Keanggotaan(
                pengguna=self.pengguna,
                peran=peran,
                pemda=self.pemda if di_pemda else None,
                instansi=None if di_pemda else instansi,
                seksi=seksi if peran == Peran.SEKSI else None,
            )
            self._periksa_keanggotaan()
        return isi

    def _periksa_keanggotaan(self):
        lewati = ["pengguna"] if self.pengguna is None else []
        try:
            self.keanggotaan.full_clean(exclude=lewati)
        except ValidationError as salah:
            self.add_error(None, salah.messages)


class IdentitasForm(FormulirLepas):
    """Who a user is; `pengguna` is the one who has the name already."""

    pengguna: Pengguna | None = None

    nama = forms.CharField(label="Nama lengkap", max_length=150)
    username = forms.CharField(
        label="Nama pengguna",
        max_length=150,
        validators=[UnicodeUsernameValidator()],
        help_text="Dipakai untuk masuk, tanpa spasi, misalnya siti.aminah.",
    )
    email = forms.EmailField(
        label="Alamat surel",
        required=False,
        help_text="Untuk pemberitahuan, bila aplikasi ini mengirim surel.",
    )

    def clean_username(self):
        username = self.cleaned_data["username"]
        kembar = Pengguna.objects.filter(username__iexact=username)
        if kembar.exclude(pk=self.pengguna and self.pengguna.pk).exists():
            raise ValidationError("Nama pengguna ini sudah dipakai.")
        return username


class UbahPenggunaForm(IdentitasForm):
    """Correct who a user is."""

    def __init__(self, *args, pengguna: Pengguna, **kwargs):
        self.pengguna = pengguna
        isi = {nama: getattr(pengguna, nama) for nama in ("nama", "username", "email")}
        super().__init__(*args, initial=isi, **kwargs)

    def save(self):
        for nama, nilai in self.cleaned_data.items():
            setattr(self.pengguna, nama, nilai)
        self.pengguna.save(update_fields=list(self.cleaned_data))


class PenggunaForm(PeranForm, IdentitasForm):
    """A new user with their first role."""

    field_order = ("nama", "username", "email", "peran", "instansi", "seksi")


class PemdaForm(FormulirBerversi):
    """A kabupaten or kota, as documents name it."""

    class Meta(FormulirBerversi.Meta):
        model = Pemda
        fields = ("kode", "nama", "provinsi", "jabatan_kepala")
        help_texts = {
            "kode": "Kode wilayah menurut Kemendagri, misalnya 35.09.",
            "nama": "Seperti pada kop surat, misalnya Kabupaten Jember.",
            "provinsi": "Misalnya Jawa Timur.",
            "jabatan_kepala": "Misalnya Bupati Jember.",
        }


class InstansiBaruForm(FormulirBerversi):
    """A new office of the pemda."""

    class Meta(FormulirBerversi.Meta):
        model = Instansi
        fields = (
            "kode",
            "nama",
            "jabatan_pimpinan",
            "alamat",
            "tempat",
            "zona_waktu",
            "dasar_organisasi",
        )
        help_texts = {
            "kode": "Kode wilayah atau kode SKPD, misalnya 35.09.09 atau 7.01.0.00.0.00.09.0000; "
            "menjadi bagian alamat halaman."
        }

    def clean_kode(self):
        """Codes are the first part of addresses; a word could hide another page."""
        kode = self.cleaned_data["kode"]
        if not kode[:1].isdecimal():
            raise ValidationError("Kode diawali angka, misalnya 35.09.09.")
        return kode
