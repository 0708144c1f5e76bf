#!/bin/sh
# 更新：sh update.sh [文件夹]，文件夹与安装时相同
exec "${PYTHON:-python3}" "$(dirname "$0")/install.py" --update "$@"
