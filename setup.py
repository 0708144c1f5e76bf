"""What pyproject.toml cannot say: checks/, grammars/ and docs/ lie beside src/, and their packages are found, not listed."""

from setuptools import find_packages, setup


def below(name: str, folder: str) -> list[str]:
    """The package of a folder, by the name it is imported by, and those in it."""
    return [name, *(f"{name}.{package}" for package in find_packages(folder))]


setup(
    packages=[
        *find_packages("src"),
        *below("reportlint.checks", "checks"),
        *below("reportlint.grammars", "grammars"),
        *below("reportlint.docs", "docs"),
    ]
)
