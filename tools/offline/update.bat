@echo off
rem update.bat [FOLDER]
py -3 "%~dp0install.py" --update %*
if errorlevel 9009 python "%~dp0install.py" --update %*
pause
