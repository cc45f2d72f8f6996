"""All pages of the product, grouped as the navigation is."""

urlpatterns: list = []
