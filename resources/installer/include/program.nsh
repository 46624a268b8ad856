; What both programs, the installer and the uninstaller, are made of.

; Windows 10 and later is all that Electron runs on, and there is no such Windows for 32 bits on Arm.
; On Arm this program is emulated, as it is on every Windows 11.
Target amd64-unicode
ManifestDPIAware true
ManifestSupportedOS Win10
; Started as whoever starts it; `scope.nsh` asks for more where it is needed.
RequestExecutionLevel user
; As small as it gets, each file by itself: what two versions share is then the same bytes in both,
; which is what the differential download of updates looks for.
SetCompress auto
SetCompressor lzma
; Nothing happens before the first page has been read.
AutoCloseWindow true
ShowInstDetails nevershow
BrandingText " "
Name "${PRODUCT}"
Caption "${PRODUCT}"

!include "LogicLib.nsh"
!include "FileFunc.nsh"
!include "WordFunc.nsh"
!include "TextFunc.nsh"
!include "x64.nsh"
!include "WinVer.nsh"
!include "MUI2.nsh"

!define /ifndef MUI_ICON "${INSTALLER_FOLDER}/art/installer.ico"
!define MUI_CUSTOMFUNCTION_ABORT NoteCancellation
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_BITMAP "${INSTALLER_FOLDER}/art/header.bmp"
!define MUI_HEADERIMAGE_RIGHT

; French is the source, and what is shown where Windows speaks another language, as in the app.
!macro LoadTexts
  !insertmacro MUI_LANGUAGE "French"
  !insertmacro MUI_LANGUAGE "Dutch"
  !insertmacro MUI_LANGUAGE "English"
  !insertmacro MUI_LANGUAGE "German"
  !insertmacro MUI_LANGUAGE "SpanishInternational"
  !insertmacro MUI_LANGUAGE "Italian"
  !include "${INSTALLER_FOLDER}/texts/fr.nsh"
  !include "${INSTALLER_FOLDER}/texts/nl.nsh"
  !include "${INSTALLER_FOLDER}/texts/en.nsh"
  !include "${INSTALLER_FOLDER}/texts/de.nsh"
  !include "${INSTALLER_FOLDER}/texts/es.nsh"
  !include "${INSTALLER_FOLDER}/texts/it.nsh"
!macroend

!include "${INSTALLER_FOLDER}/include/outcome.nsh"
!include "${INSTALLER_FOLDER}/include/command-line.nsh"
!include "${INSTALLER_FOLDER}/include/scope.nsh"
!include "${INSTALLER_FOLDER}/include/running-app.nsh"
!include "${INSTALLER_FOLDER}/include/installed-files.nsh"

; Has Windows look again at what opens what.
Function TellShell
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
FunctionEnd
