"""`reportlint review`: a copy of the draft as a Word file, with the findings as comments."""

from __future__ import annotations

from reportlint.command.output import OutputError, check_output
from reportlint.document.source import UnreadableError
from reportlint.errors import reason
from reportlint.readers import form_of
from reportlint.repository.files import File
from reportlint.repository.run import Lint, Result
from reportlint.repository.safe_write import ChangedError, present, write_file


class Copy:
    """The review copy of one draft."""

    def __init__(self, path: str, kept: list[str], force: bool) -> None:
        """Make sure that the copy may be written to ``path``. force: in place of an earlier one.

        kept: the draft, and whatever else is read. Raises OutputError."""
        self.path = path
        self.written = False
        self._before = _replaceable(path, kept, force)

    def write(self, file: File, lint_data: Lint) -> Result:
        """Lint the draft and write the copy; what is to be said of the draft. What failed is the result's error."""
        result = Result(file.path)
        try:
            data, form = _as_word(file)
            result = lint_data(file, data)
            if result.report is None:
                return result
            from reportlint.reporters import docx

            word = data if form == "docx" else docx.from_text(result.report)
            write_file(self.path, docx.commented(word, result.report, result.findings), self._before)
        except UnreadableError as error:
            return result._replace(error=str(error))
        except ChangedError as error:
            return result._replace(error=f"{self.path}：{error}")
        except OSError as error:
            return result._replace(error=f"写不了 {self.path}（{reason(error)}）。请检查权限，或是否正在 Word 里打开。")
        self.written = True
        return result


def _as_word(file: File) -> tuple[bytes, str]:
    """A draft's bytes and form; of one that LibreOffice must convert, those of the Word file it made."""
    data = file.read()
    form = form_of(data, file.path)
    if form != "office":
        return data, form
    from reportlint.readers import office

    return office.convert(data), "docx"


def _replaceable(path: str, kept: list[str], force: bool) -> bytes | None:
    """What stands where the copy is to go, and may go; None for nothing. Raises OutputError."""
    check_output(path, kept, "-o")
    if not path.lower().endswith(".docx"):
        raise OutputError(f"副本是 Word 文件，文件名要以 .docx 结尾，现为 {path}。请改一下 -o。")
    try:
        data = present(path)
    except OSError as error:
        raise OutputError(f"{path} 已有，读不了（{reason(error)}）。请换一个文件名。") from error
    if data and not force:
        raise OutputError(f"已经有 {path}，里面可能有别人的批注，没有覆盖。请换一个文件名；确实要换掉它，加 --force。")
    return data
