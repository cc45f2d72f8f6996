"""What is hidden inside an office that one may see, and what somebody without pages is told."""

from tests.factories import TAHUN, make_instansi, make_pengguna


def test_who_has_not_signed_in_is_led_to_the_page_afterwards(client, kantor):
    alamat = f"/{kantor.kode}/{TAHUN}/capaian/"

    assert client.get(alamat).url == f"/masuk/?next={alamat}"


def test_a_year_that_was_not_opened_does_not_exist(client, kantor):
    client.force_login(make_pengguna(peran="camat", instansi=kantor))

    assert client.get(f"/{kantor.kode}/{TAHUN + 1}/").status_code == 404


def test_uploads_that_the_report_does_not_show_stay_hidden(client, kantor):
    client.force_login(make_pengguna(peran="camat", instansi=kantor))

    assert client.get(f"/{kantor.kode}/{TAHUN}/berkas/bukti/rahasia.pdf").status_code == 404
    assert client.get(f"/{kantor.kode}/{TAHUN}/berkas/../kunci").status_code == 404


def test_a_user_without_office_is_told_so(client, db):
    client.force_login(make_pengguna())

    assert "belum terhubung dengan instansi" in client.get("/").content.decode()


def test_an_office_without_year_says_so(client, db):
    instansi = make_instansi()
    client.force_login(make_pengguna(peran="operator", instansi=instansi))

    response = client.get("/", follow=True)

    assert response.redirect_chain == [(f"/{instansi.kode}/", 302)]
    assert "Belum ada tahun yang dapat dibuka" in response.content.decode()
