"""Installs reportlint out of this folder, without the internet: python3 install.py [--update] [FOLDER].

Part of a bundle that tools/bundle.py makes. It must say what is wrong to Pythons that are too old for reportlint, too.
"""

import hashlib
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
LOWEST = (3, 10)


def main() -> None:
    """Check the files, make an environment (or, to update, take the one there is), and install into it."""
    arguments = sys.argv[1:]
    update = "--update" in arguments
    folders = [one for one in arguments if one != "--update"]
    folder = os.path.abspath(folders[0] if folders else os.path.join(os.path.expanduser("~"), "reportlint"))
    if sys.version_info < LOWEST:
        sys.exit("要 Python 3.10 以上，现为 {}.{}。请先装新的 Python，再用它运行本程序。".format(*sys.version_info))
    wrong = damaged()
    if wrong:
        sys.exit("这些文件与 SHA256SUMS 不符，没有安装：{}。请重新拷贝安装包。".format("、".join(wrong)))
    scripts = os.path.join(folder, "Scripts" if os.name == "nt" else "bin")
    if update and not os.path.isdir(scripts):
        sys.exit(f"{folder} 里没有装过 reportlint。请先运行安装程序，或写明当时的文件夹。")
    if not update and os.path.isdir(folder) and os.listdir(folder):
        sys.exit(f"{folder} 不是空文件夹，没有安装。装过的请运行更新程序，否则请换一个文件夹。")
    if not update and subprocess.call([sys.executable, "-m", "venv", folder]):
        sys.exit("建不了运行环境。统信、麒麟、Debian 上请先装 python3-venv（与 Python 同一版本）。")
    python = os.path.join(scripts, "python")
    wheels = ["--no-index", "--find-links", os.path.join(HERE, "wheels")]
    command = [python, "-m", "pip", "--isolated", "install", "--quiet", "--disable-pip-version-check", "--upgrade"]
    alone = dict(os.environ, PIP_CONFIG_FILE=os.devnull)  # whatever index or folder this machine is set to use
    if subprocess.call([*command, *wheels, "reportlint[web]"], env=alone):
        sys.exit("没有装成。多半是这个 Python 的版本或这台机器的处理器没有对应的轮子，见 README.md。")
    print("装好了。检查草稿：{} 草稿.docx".format(os.path.join(scripts, "reportlint")))


def damaged() -> "list[str]":
    """The names of files that are missing or are not what SHA256SUMS says."""
    found = []
    with open(os.path.join(HERE, "SHA256SUMS"), encoding="utf-8") as sums:
        for line in sums:
            expected, name = line.rstrip("\n").split("  ", 1)
            try:
                with open(os.path.join(HERE, *name.split("/")), "rb") as file:
                    right = hashlib.sha256(file.read()).hexdigest() == expected
            except OSError:
                right = False
            if not right:
                found.append(name)
    return found


if __name__ == "__main__":
    main()
