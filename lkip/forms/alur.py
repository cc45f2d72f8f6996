"""Forms of the steps towards signature. Each carries the version of the document that it showed."""

from django import forms

from instansi.alur import ALASAN_MINIMUM
from lkip.forms.dasar import beri_gaya
from lkip.models import Komentar

PESAN_ALASAN = f"Tulis alasannya, paling sedikit {ALASAN_MINIMUM} huruf."


def bidang_alasan(label, petunjuk="", **isian):
    """A reason that must be given, in a few lines."""
    return forms.CharField(
        label=label,
        help_text=petunjuk,
        min_length=ALASAN_MINIMUM,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": PESAN_ALASAN, "min_length": PESAN_ALASAN},
        **isian,
    )


class LangkahForm(forms.Form):
    """What all steps share."""

    use_required_attribute = False
    bentrok = ()

    versi = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, versi, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["versi"].initial = versi
        for bidang in self.fields.values():
            beri_gaya(bidang)

    def susunan(self):
        yield "", self.visible_fields()


class AjukanForm(LangkahForm):
    """One reason for each warning; they are found again by the fingerprint of the warning."""

    def __init__(self, *args, peringatan, **kwargs):
        super().__init__(*args, **kwargs)
        for satu in peringatan:
            bidang = bidang_alasan(
                f"Alasan: {satu.temuan.tempat}", satu.temuan.pesan, initial=satu.alasan
            )
            beri_gaya(bidang)
            bidang.error_messages["required"] = PESAN_ALASAN
            self.fields[_nama_alasan(satu)] = bidang
        self.peringatan = peringatan

    def baris(self):
        """Each warning with its field."""
        return [(satu, self[_nama_alasan(satu)]) for satu in self.peringatan]

    def alasan(self):
        """The reasons by fingerprint."""
        return {
            satu.temuan.sidik: self.cleaned_data[_nama_alasan(satu)] for satu in self.peringatan
        }


def _nama_alasan(peringatan):
    return f"alasan-{peringatan.temuan.sidik[:12]}"


class KembalikanForm(LangkahForm):
    """Why, and which sections are meant."""

    alasan = bidang_alasan("Alasan", "Apa yang harus diperbaiki. Dibaca oleh operator.")
    bagian = forms.MultipleChoiceField(
        label="Bagian yang perlu diperbaiki",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, bagian, **kwargs):
        super().__init__(*args, **kwargs)
        if len(bagian) > 1:
            self.fields["bagian"].choices = bagian
        else:
            del self.fields["bagian"]
        self.satu_bagian = [slug for slug, _ in bagian[:1]]
        self.fields["alasan"].error_messages["required"] = PESAN_ALASAN

    def bagian_terpilih(self):
        return self.cleaned_data.get("bagian", self.satu_bagian)


class BukaKembaliForm(LangkahForm):
    """Why, and at whose request."""

    alasan = bidang_alasan("Alasan", "Tercatat pada linimasa dan dibaca oleh evaluator.")
    diminta_oleh = forms.CharField(
        label="Diminta oleh",
        required=False,
        max_length=120,
        help_text="Misalnya Inspektorat atau Bagian Organisasi.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["alasan"].error_messages["required"] = PESAN_ALASAN


class KomentarForm(forms.ModelForm):
    """A remark on a section, or on one heading or table of it."""

    use_required_attribute = False

    jangkar = forms.ChoiceField(label="Mengenai", required=False)

    class Meta:
        model = Komentar
        fields = ("jangkar", "isi", "wajib")
        widgets = {"isi": forms.Textarea(attrs={"rows": 3})}
        help_texts = {"wajib": "Selama belum selesai, dokumen tidak dapat disetujui."}

    def __init__(self, *args, jangkar, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["jangkar"].choices = [("", "Seluruh bagian"), *jangkar]
        for bidang in self.fields.values():
            beri_gaya(bidang)
        self.fields["isi"].error_messages["required"] = "Tulis komentarnya."
