; Copies of installers, for updates of one person's own installation: electron-updater downloads only
; what differs from the present one, and the app goes back with the former one where a new version does
; not work. An installation for everyone is an administrator's to update, and has none.

!define PRESENT_COPY "$LOCALAPPDATA\${UPDATES_FOLDER}\installer.exe"
!define FORMER_COPY_FOLDER "$LOCALAPPDATA\${UPDATES_FOLDER}\former"
!define FORMER_COPY "${FORMER_COPY_FOLDER}\installer.exe"

; None of this is worth failing for: without a copy all is downloaded, and nobody goes back.
Function KeepUpdateCopies
  ${If} $ForEveryone = 1
  ${OrIf} $EXEPATH == "${PRESENT_COPY}"
    Return
  ${EndIf}
  CreateDirectory "${FORMER_COPY_FOLDER}"
  StrCpy $0 "${VERSION}"
  StrCpy $1 $FormerVersion
  Call CompareVersions
  ; Only a newer version has a former one; the one gone back to is not replaced by what failed.
  ${If} $0 = 1
  ${AndIf} ${FileExists} "${PRESENT_COPY}"
    Delete "${FORMER_COPY}"
    Rename "${PRESENT_COPY}" "${FORMER_COPY}"
  ${EndIf}
  CopyFiles /SILENT "$EXEPATH" "${PRESENT_COPY}"
  ClearErrors
FunctionEnd
