"""Forms of the budget tree: program, kegiatan, sub kegiatan."""

from anggaran.kode import normalkan_kode
from anggaran.models import Kegiatan, Program, SubKegiatan
from lkip.forms.dasar import FormulirBerversi


class SimpulForm(FormulirBerversi):
    """Code and name of one node. A changed code goes on to all nodes below it."""

    class Meta(FormulirBerversi.Meta):
        fields = ("kode", "nama")

    def clean_kode(self):
        return normalkan_kode(self.cleaned_data["kode"])

    def save(self, commit=True):
        model = self._meta.model
        lama = model.objects.filter(pk=self.instance.pk).values_list("kode", flat=True).first()
        objek = super().save(commit)
        if lama not in (None, objek.kode):
            ganti_awalan(objek, lama)
        return objek


class ProgramForm(SimpulForm):
    class Meta(SimpulForm.Meta):
        model = Program
        help_texts = {"kode": "Tiga ruas, misalnya 7.01.01."}


class KegiatanForm(SimpulForm):
    class Meta(SimpulForm.Meta):
        model = Kegiatan
        help_texts = {"kode": "Lima ruas yang melanjutkan kode program, misalnya 7.01.01.2.02."}


class SubKegiatanForm(SimpulForm):
    class Meta(SimpulForm.Meta):
        model = SubKegiatan
        fields = ("kode", "nama", "seksi")
        help_texts = {
            "kode": "Enam ruas yang melanjutkan kode kegiatan, misalnya 7.01.01.2.02.0001.",
            "seksi": "Unit ini boleh mengisi pagu, realisasi, keluaran, dan catatannya.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        instansi = self.instance.kegiatan.program.instansi
        self.fields["seksi"].queryset = instansi.seksi.all()
        self.fields["seksi"].empty_label = "Belum ditentukan"


def ganti_awalan(objek: Program | Kegiatan | SubKegiatan, lama: str) -> None:
    """Let the codes below a node continue its new code instead of the code it had."""
    bawahan = {Program: "kegiatan", Kegiatan: "sub_kegiatan"}.get(type(objek))
    if bawahan is None:
        return
    for anak in getattr(objek, bawahan).select_for_update():
        kode = anak.kode
        anak.kode = objek.kode + kode.removeprefix(lama)
        anak.versi += 1
        anak.save()
        ganti_awalan(anak, kode)
