; The uninstaller: a program of its own rather than NSIS' built-in one, so that it is signed like every
; other file of the package, runs where it stands, and whoever started it can wait for it and read its
; exit code. `scripts/packaging/windows-uninstaller.mjs` compiles it into the package.

!define IS_UNINSTALLER
!define INSTALLER_FOLDER "${PROJECT_DIR}/resources/installer"
!include "${INSTALLER_FOLDER}/include/product.nsh"
!define MUI_ICON "${INSTALLER_FOLDER}/art/uninstaller.ico"
!include "${INSTALLER_FOLDER}/include/program.nsh"
!include "${INSTALLER_FOLDER}/include/removal.nsh"
!include "${INSTALLER_FOLDER}/include/personal-data.nsh"
!include "nsDialogs.nsh"

OutFile "${UNINSTALLER_FILE}"
InstallDir "$EXEDIR"

Var DataBox

Page custom AskAboutData TakeAnswer
!insertmacro MUI_PAGE_INSTFILES
!insertmacro LoadTexts

Section
  StrCpy $1 $INSTDIR
  Call WaitUntilAppIsClosed
  Call RemoveRegistration
  Call RemoveShortcuts
  Call RemoveUpdateCopies
  ${If} $DataToo = 1
    Call RemovePersonalData
  ${EndIf}
  SetOutPath "$TEMP"
  StrCpy $9 $INSTDIR
  Call RemoveListedFiles
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    ${Refuse} ${FAILED} "$(programStays)"
  ${EndIf}
  Call LeaveRestToCopy
  SetErrorLevel ${DONE}
SectionEnd

Function .onInit
  StrCpy $ExitCode ${DONE}
  Call ReadCommandLine
  ${If} $FinishOnly = 1
    Call FinishForOriginal
    Call Leave
  ${EndIf}
  Call FindOwnScope
  Call EnterScope
  Call EnterAlone
FunctionEnd

Function .onInstFailed
  ${If} $ExitCode = ${DONE}
    StrCpy $ExitCode ${FAILED}
  ${EndIf}
  SetErrorLevel $ExitCode
FunctionEnd

Function .onInstSuccess
  ${IfNot} ${Silent}
    MessageBox MB_OK|MB_ICONINFORMATION "$(uninstalled)"
  ${EndIf}
FunctionEnd

Function NoteCancellation
  SetErrorLevel ${CANCELLED}
FunctionEnd

; This program removes the installation in its own folder: it knows by the registry whose that is, and
; refuses where it is none.
Function FindOwnScope
  ReadRegStr $0 HKLM "${UNINSTALL_KEY}" "InstallLocation"
  ReadRegStr $1 HKCU "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $0 == $INSTDIR
    StrCpy $ForEveryone 1
  ${ElseIf} $1 == $INSTDIR
    StrCpy $ForEveryone 0
  ${Else}
    ${Refuse} ${WRONG_COMMAND_LINE} "$(notInstalledHere)$\r$\n$INSTDIR"
  ${EndIf}
FunctionEnd

Function AskAboutData
  !insertmacro MUI_HEADER_TEXT "$(uninstallHeading)" "$(uninstallSubheading)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 36u "$(dataStays)"
  Pop $0
  ${NSD_CreateCheckBox} 0 44u 100% 12u "$(dataGoesToo)"
  Pop $DataBox
  ${NSD_CreateLabel} 12u 58u -12u 24u "$(dataConsequence)"
  Pop $0
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(uninstallButton)"
  nsDialogs::Show
FunctionEnd

Function TakeAnswer
  ${NSD_GetState} $DataBox $DataToo
FunctionEnd

; A program cannot remove its own file while it runs. A copy of it does, from the temporary folder, once
; this one has ended; the copy itself is Windows' to remove, as all that lies there.
Function LeaveRestToCopy
  GetTempFileName $0
  Delete $0
  CopyFiles /SILENT $EXEPATH "$0.exe"
  Exec '"$0.exe" /S /finish /D=$INSTDIR'
  ClearErrors
FunctionEnd

; What the copy does, for at most a quarter of a minute.
Function FinishForOriginal
  SetOutPath "$TEMP"
  ${For} $0 1 150
    ClearErrors
    Delete "$INSTDIR\${UNINSTALLER}"
    ${IfNot} ${Errors}
      ${ExitFor}
    ${EndIf}
    Sleep 100
  ${Next}
  RMDir "$INSTDIR"
  Delete /REBOOTOK $EXEPATH
FunctionEnd
