; The new version is copied beside the former one, and takes its place by two renamings. A full disk, a
; copy that fails, or a computer that is switched off leaves the former version as it was.

!define NEW_FOLDER "$INSTDIR.new"
!define OLD_FOLDER "$INSTDIR.old"

; Takes up what an earlier run that was cut short has left.
Function ClearAwayEarlierRun
  ${IfNot} ${FileExists} "$INSTDIR\*.*"
  ${AndIf} ${FileExists} "${OLD_FOLDER}\*.*"
    ; Between the two renamings.
    Rename "${OLD_FOLDER}" "$INSTDIR"
  ${EndIf}
  RMDir /r "${NEW_FOLDER}"
  Call RemoveOldFolder
  ClearErrors
FunctionEnd

; Puts the new version in the former one's place; nothing has been lost wherever this ends the run.
Function SwapFolders
  ; A folder that is some program's current one cannot be renamed.
  SetOutPath "$TEMP"
  ${Do}
    ; Somebody may have started the app while its files were being copied.
    StrCpy $1 $INSTDIR
    Call WaitUntilAppIsClosed
    ${IfNot} ${FileExists} "$INSTDIR\*.*"
      ${ExitDo}
    ${EndIf}
    ClearErrors
    Rename "$INSTDIR" "${OLD_FOLDER}"
    ${IfNot} ${Errors}
      ${ExitDo}
    ${EndIf}
    ${If} ${Silent}
      RMDir /r "${NEW_FOLDER}"
      ${Refuse} ${BUSY} "$(folderInUse)$\r$\n$INSTDIR"
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(folderInUse)$\r$\n$INSTDIR" IDRETRY again
    RMDir /r "${NEW_FOLDER}"
    StrCpy $ExitCode ${CANCELLED}
    Call Leave
    again:
  ${Loop}
  ClearErrors
  Rename "${NEW_FOLDER}" "$INSTDIR"
  ${If} ${Errors}
    Rename "${OLD_FOLDER}" "$INSTDIR"
    RMDir /r "${NEW_FOLDER}"
    ${Refuse} ${FAILED} "$(copyFailed)"
  ${EndIf}
FunctionEnd

; Removes the former version; what others put into its folder comes along to the new one.
Function RemoveOldFolder
  ${IfNot} ${FileExists} "${OLD_FOLDER}\*.*"
    Return
  ${EndIf}
  ${If} ${FileExists} "${OLD_FOLDER}\${FILE_LIST}"
    StrCpy $9 "${OLD_FOLDER}"
    Call RemoveListedFiles
    Push ""
    Call BringAlong
  ${Else}
    ; electron-builder's installers kept no list, and took their folder for their own.
    RMDir /r "${OLD_FOLDER}"
  ${EndIf}
  ClearErrors
FunctionEnd

; Moves what is left in the old folder into the new one. On the stack: a folder below it, with a
; backslash at its end. What has a namesake in the new version stays behind.
Function BringAlong
  Exch $0
  Push $1
  Push $2
  FindFirst $1 $2 "${OLD_FOLDER}\$0*.*"
  ${DoWhile} $2 != ""
    ${If} $2 != "."
    ${AndIf} $2 != ".."
      ${If} ${FileExists} "${OLD_FOLDER}\$0$2\*.*"
      ${AndIf} ${FileExists} "$INSTDIR\$0$2\*.*"
        Push "$0$2\"
        Call BringAlong
      ${Else}
        Rename "${OLD_FOLDER}\$0$2" "$INSTDIR\$0$2"
      ${EndIf}
    ${EndIf}
    FindNext $1 $2
  ${Loop}
  FindClose $1
  RMDir "${OLD_FOLDER}\$0"
  Pop $2
  Pop $1
  Pop $0
FunctionEnd
