"""The office of the hand-made report: identity, officials, staff and area."""

from decimal import Decimal

from lkip.isi.organisasi import (
    SDM,
    BarisSDM,
    Desa,
    Instansi,
    Pejabat,
    Potensi,
    Wilayah,
)

INSTANSI = Instansi(
    kode="99.01.01",
    nama="Kecamatan Sukamaju",
    pemda="Kabupaten Contoh",
    provinsi="Provinsi Contoh",
    alamat="Jl. Contoh Nomor 1, Sukamaju",
    telepon="",
    email="sukamaju@example.org",
    laman="",
    tempat="Sukamaju",
    zona_waktu="WIB",
    jabatan_pimpinan="Camat",
    jabatan_atasan="Bupati",
    dasar_organisasi="Peraturan Bupati Contoh Nomor 1 Tahun 2021",
    lambang="",
    ada_kelurahan=False,
)
CAMAT = Pejabat(
    nama="Budi Contoh, S.Sos.",
    nama_tanpa_gelar="Budi Contoh",
    jabatan="Camat",
    nip="197001011990011001",
    pangkat="Pembina (IV/a)",
)
BUPATI = Pejabat(nama="Contoh Bupati", nama_tanpa_gelar="Contoh Bupati", jabatan="Bupati")
SDM_CONTOH = SDM(
    baris=(
        BarisSDM(
            kelompok="Jabatan Administrasi",
            jabatan="Pelaksana",
            asn=True,
            kebutuhan_rinci=(("SMA", 4), ("S1", 5)),
            ada_rinci=(("SMA", 3), ("S1", 2)),
            laki_laki=3,
            perempuan=2,
        ),
        BarisSDM(
            kelompok="Non ASN",
            jabatan="Tenaga pendukung",
            asn=False,
            kebutuhan_rinci=None,
            ada_rinci=(("SMA", 2),),
            laki_laki=2,
            perempuan=0,
        ),
    )
)
WILAYAH = Wilayah(
    luas_km2=Decimal("42.5"),
    laki_laki=10_250,
    perempuan=10_400,
    sumber="Dinas Kependudukan dan Pencatatan Sipil",
    batas=(("Utara", "Kecamatan Utama"), ("Selatan", "Laut Contoh")),
    desa=(Desa(nama="Sukamaju"), Desa(nama="Sukamulya"), Desa(nama="Sukarasa")),
    mata_pencaharian=(("Petani", 6_195), ("Pedagang", 1_240)),
    potensi=(Potensi(jenis="Wisata", nama="Bukit Contoh", uraian="Wisata alam", desa="Sukarasa"),),
)
