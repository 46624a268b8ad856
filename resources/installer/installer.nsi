; The installer. electron-builder compiles it with `-D` for what it knows: the project's folder
; (PROJECT_DIR), the version (VERSION), and an archive of the packaged app (APP_64 or APP_ARM64), beside
; which the same app lies unpacked. README.md tells how it is put together.

!define INSTALLER_FOLDER "${PROJECT_DIR}/resources/installer"
!include "${INSTALLER_FOLDER}/include/product.nsh"
!include "${INSTALLER_FOLDER}/include/program.nsh"
!include "${INSTALLER_FOLDER}/include/former-version.nsh"
!include "${INSTALLER_FOLDER}/include/swap.nsh"
!include "${INSTALLER_FOLDER}/include/registration.nsh"
!include "${INSTALLER_FOLDER}/include/shortcuts.nsh"
!include "${INSTALLER_FOLDER}/include/update-copies.nsh"

; NSIS' own compression takes the place of the archive, which plain NSIS could not unpack.
!ifdef APP_ARM64
  !searchreplace OUTPUT_FOLDER "${APP_ARM64}" "${APP_ARM64_NAME}" ""
  !define PACKAGE_FOLDER "${OUTPUT_FOLDER}win-arm64-unpacked"
!else
  !searchreplace OUTPUT_FOLDER "${APP_64}" "${APP_64_NAME}" ""
  !define PACKAGE_FOLDER "${OUTPUT_FOLDER}win-unpacked"
!endif

; Where it is not electron-builder that says where to write.
!ifdef INSTALLER_FILE
  OutFile "${INSTALLER_FILE}"
!endif

Var WelcomeText

!define MUI_WELCOMEFINISHPAGE_BITMAP "${INSTALLER_FOLDER}/art/sidebar.bmp"
!define MUI_WELCOMEPAGE_TITLE "${PRODUCT}"
!define MUI_WELCOMEPAGE_TEXT "$WelcomeText"
!define MUI_PAGE_CUSTOMFUNCTION_SHOW NameInstallButton
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "${PRODUCT}"
!define MUI_FINISHPAGE_TEXT "$(installed)"
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION StartAppAsPerson
!insertmacro MUI_PAGE_FINISH
!insertmacro LoadTexts

Section
  Call RefuseFullDisk
  StrCpy $1 $INSTDIR
  Call WaitUntilAppIsClosed
  Call ClearAwayEarlierRun
  SetOutPath "${NEW_FOLDER}"
  File /r "${PACKAGE_FOLDER}/*.*"
  StrCpy $9 "${NEW_FOLDER}"
  Call WriteFileList
  Call SwapFolders
  ; From here on this version is the installed one.
  Call WriteRegistration
  Call CreateShortcuts
  Call KeepUpdateCopies
  Call RemoveOldFolder
  Call RemoveFormerElsewhere
  SetErrorLevel ${DONE}
SectionEnd

Function .onInit
  StrCpy $ExitCode ${DONE}
  Call ReadCommandLine
  Call RefuseWrongComputer
  Call EnterScope
  Call EnterAlone
  Call FindFormerVersion
  Call ChooseFolder
  Call RefuseDowngrade
  Call ChooseWelcomeText
FunctionEnd

; NSIS calls this where it stopped by itself, having said why: what it was writing did not fit, or the
; installer is damaged. The former version is where it was.
Function .onInstFailed
  ${If} $ExitCode = ${DONE}
    SetOutPath "$TEMP"
    RMDir /r "${NEW_FOLDER}"
    StrCpy $ExitCode ${FAILED}
    ${If} ${Silent}
      Push "$(copyFailed)"
      Call PrintLine
    ${EndIf}
    Call ReopenAfterFailure
  ${EndIf}
  SetErrorLevel $ExitCode
FunctionEnd

Function .onInstSuccess
  ${If} ${Silent}
  ${AndIf} $StartAfterwards = 1
    Call StartApp
  ${EndIf}
FunctionEnd

Function NoteCancellation
  SetErrorLevel ${CANCELLED}
FunctionEnd

Function RefuseWrongComputer
  ${IfNot} ${AtLeastWin10}
    ${Refuse} ${WRONG_COMPUTER} "$(notForThisComputer)"
  ${EndIf}
  !ifdef APP_ARM64
    ${IfNot} ${IsNativeARM64}
      ${Refuse} ${WRONG_COMPUTER} "$(notForThisComputer)"
    ${EndIf}
  !endif
FunctionEnd

; The copy needs room beside the version that is there.
Function RefuseFullDisk
  SectionGetSize 0 $0
  ${GetRoot} "$INSTDIR" $1
  ${DriveSpace} "$1\" "/D=F /S=K" $2
  ${If} $2 L< $0
    ${Refuse} ${DISK_FULL} "$(diskFull)"
  ${EndIf}
FunctionEnd

Function ChooseWelcomeText
  ${If} $FormerVersion != ""
  ${AndIf} $FormerVersion != "${VERSION}"
    StrCpy $WelcomeText "$(upgrade)"
  ${ElseIf} $ForEveryone = 1
    StrCpy $WelcomeText "$(installForEveryone)"
  ${Else}
    StrCpy $WelcomeText "$(installForPerson)"
  ${EndIf}
FunctionEnd

; There is no further page between the welcome and the installation, whose button says so.
Function NameInstallButton
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(installButton)"
FunctionEnd

; Another folder was given than the one the former version is in.
Function RemoveFormerElsewhere
  ${If} $FormerFolder != ""
  ${AndIf} $FormerFolder != $INSTDIR
    StrCpy $9 $FormerFolder
    Call RemoveListedFiles
  ${EndIf}
FunctionEnd

; What the app needs to know is that it has just been updated.
Function StartApp
  ${If} $UpdatedByApp = 1
    Exec '"$INSTDIR\${PROGRAM}" --updated'
  ${Else}
    Exec '"$INSTDIR\${PROGRAM}"'
  ${EndIf}
FunctionEnd

; An update that does not come about leaves a person without the app that they had open: the former
; version opens again.
Function ReopenAfterFailure
  ${If} $ExitCode != ${DONE}
  ${AndIf} $StartAfterwards = 1
  ${AndIf} ${FileExists} "$INSTDIR\${PROGRAM}"
    Exec '"$INSTDIR\${PROGRAM}"'
  ${EndIf}
FunctionEnd

; An installer that runs as an administrator must not start the app as one: the desktop starts it.
Function StartAppAsPerson
  ${If} $ForEveryone = 1
    Exec '"$WINDIR\explorer.exe" "$INSTDIR\${PROGRAM}"'
  ${Else}
    Call StartApp
  ${EndIf}
FunctionEnd
