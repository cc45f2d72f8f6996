"""The package of an issued report as a file that is made once."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from lkip.dokumen.cetakan import sidik_program
from lkip.models import Langkah, Pengesahan
from lkip.paket import bukti_tahun, masih_sama, susun_paket
from lkip.pekerjaan.berkas import folder_paket
from lkip.terbitan import berkas_terbit

# Bytes of evidence; packing so many that cannot be compressed takes half a second of processor time.
LANGSUNG = 20_000_000


def paket_besar(pengesahan: Pengesahan) -> bool:
    """Whether packing takes longer than somebody waits for a page. One query."""
    if not masih_sama(pengesahan):
        return False
    berkas = [satu.berkas for satu in bukti_tahun(pengesahan.lkip) if satu.berkas]
    ukuran = (satu.size for satu in berkas if satu.storage.exists(satu.name))
    return sum(ukuran) > LANGSUNG


def sidik_paket(pengesahan: Pengesahan) -> str:
    """SHA-256 over all that the package depends on. 3 queries."""
    sidik = sha256(sidik_program())
    terkunci = masih_sama(pengesahan)
    langkah = Langkah.objects.filter(lkip=pengesahan.lkip).order_by("pk").last()
    isi = [pengesahan.kode, berkas_terbit(pengesahan).sha256, terkunci, langkah and langkah.pk]
    if terkunci:
        isi += bukti_tahun(pengesahan.lkip).order_by("pk").values_list("pk", "sha256")
    sidik.update(json.dumps(isi).encode())
    return sidik.hexdigest()


def berkas_paket(sidik: str) -> Path:
    """Where the package of this fingerprint is, or will be."""
    return folder_paket() / f"{sidik}.zip"


def simpan_paket(pengesahan: Pengesahan, detak: Callable[[], None]) -> Path:
    """Return the file of the package, and make it if it is not there; `detak` is called meanwhile."""
    berkas = berkas_paket(sidik_paket(pengesahan))
    if not berkas.exists():
        susun_paket(pengesahan, detak).replace(berkas)
    return berkas
