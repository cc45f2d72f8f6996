"""The office, its people, its users, its staff numbers, its equipment and its area."""

from instansi.models.instansi import Instansi, Pemda, Seksi, UraianTugas
from instansi.models.orang import Keanggotaan, Pejabat, Pengguna
from instansi.models.sesi import Sesi
from instansi.models.sumber_daya import JabatanSDM, RincianSDM, Sarana
from instansi.models.wilayah import Desa, IsuStrategis, MataPencaharian, Potensi, ProfilWilayah

__all__ = [
    "Desa",
    "Instansi",
    "IsuStrategis",
    "JabatanSDM",
    "Keanggotaan",
    "MataPencaharian",
    "Pejabat",
    "Pemda",
    "Pengguna",
    "Potensi",
    "ProfilWilayah",
    "RincianSDM",
    "Sarana",
    "Seksi",
    "Sesi",
    "UraianTugas",
]
