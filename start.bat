@echo off
rem The same as "python3 start.py", by double-click on Windows: opens the app; the window stays open to be read.
setlocal
chcp 65001 >nul
set "PYTHON="
py -3 -c "import sys" >nul 2>nul && set "PYTHON=py -3"
if not defined PYTHON python -c "import sys" >nul 2>nul && set "PYTHON=python"
if not defined PYTHON (
    echo 没有找到 Python：请从 python.org 安装 Python 3.11 或更高版本，安装时勾选 Add python.exe to PATH。
    echo Python was not found: install Python 3.11 or newer from python.org and tick "Add python.exe to PATH".
    pause
    exit /b 1
)
%PYTHON% "%~dp0start.py" %*
set "CODE=%ERRORLEVEL%"
if "%~1"=="" pause & exit /b %CODE%
if not "%CODE%"=="0" pause
exit /b %CODE%
