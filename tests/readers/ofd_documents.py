"""OFD files made by hand after GB/T 33190—2016: words at places of a page, in millimetres from its upper left corner."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple

from printed import SIZE, printed

_NAMESPACE = "http://www.ofdspec.org/2016"


class Put(NamedTuple):
    """Words put down from a place on. matrix: CTM, where there is one."""

    words: str
    left: float
    top: float
    size: float = SIZE
    matrix: str = ""


def part(root: str, content: str) -> str:
    """One part of the standard's namespace."""
    return f'<?xml version="1.0" encoding="UTF-8"?><ofd:{root} xmlns:ofd="{_NAMESPACE}">{content}</ofd:{root}>'


def shown(one: Put) -> str:
    """A text object: its box, and a TextCode that tells the steps between its characters."""
    steps = [one.size / 2 if sign.isascii() else one.size for sign in one.words]
    ctm = f' CTM="{one.matrix}"' if one.matrix else ""
    return (
        f'<ofd:TextObject ID="9" Font="1" Size="{one.size}"{ctm} Boundary="{one.left} {one.top} {sum(steps)} {one.size}">'
        f'<ofd:TextCode X="0" Y="{0.88 * one.size}" DeltaX="{" ".join(map(str, steps[:-1]))}">{escape(one.words)}'
        "</ofd:TextCode></ofd:TextObject>"
    )


def layer(content: Sequence[Put]) -> str:
    """The content of a page or a template."""
    return f'<ofd:Content><ofd:Layer ID="2">{"".join(map(shown, content))}</ofd:Layer></ofd:Content>'


def ofd(
    pages: Sequence[Sequence[Put]], template: Sequence[Put] = (), others: Mapping[str, str | bytes] | None = None
) -> bytes:
    """An OFD of one document. template: what stands on every page. others: further parts, or others in place of the usual."""
    listed = "".join(f'<ofd:Page ID="{10 + at}" BaseLoc="Pages/{at}/Content.xml"/>' for at in range(len(pages)))
    common = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    used = ""
    if template:
        common += '<ofd:TemplatePage ID="5" BaseLoc="/Doc_0/Tpls/Content.xml"/>'
        used = '<ofd:Template TemplateID="5" ZOrder="Background"/>'
    parts: dict[str, str | bytes] = {
        "OFD.xml": part("OFD", "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"),
        "Doc_0/Document.xml": part(
            "Document", f"<ofd:CommonData>{common}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages>"
        ),
        **({"Doc_0/Tpls/Content.xml": part("Page", layer(template))} if template else {}),
        **{f"Doc_0/Pages/{at}/Content.xml": part("Page", used + layer(page)) for at, page in enumerate(pages)},
        **(others or {}),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return packed.getvalue()


def typeset(text: str) -> bytes:
    """A text as an official document."""
    return ofd([[Put(*row) for row in page] for page in printed(text)])
