#!/bin/sh
# 安装：sh install.sh [文件夹]；不写文件夹就装在 ~/reportlint。用别的 Python：PYTHON=python3.11 sh install.sh
exec "${PYTHON:-python3}" "$(dirname "$0")/install.py" "$@"
