; Takes away what `registration.nsh`, `shortcuts.nsh` and `update-copies.nsh` have put on the computer, and
; nothing that belongs to another installation or another program.

Function RemoveRegistration
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  DeleteRegKey SHCTX "${FORMER_INSTALLER_KEY}"
  ReadRegStr $0 SHCTX "${LINK_KEY}\shell\open\command" ""
  Call LookWhetherOurs
  ${If} $1 = 1
    DeleteRegKey SHCTX "${LINK_KEY}"
  ${EndIf}
  ${If} $ForEveryone = 1
    Call RemoveLinksOfPersons
  ${EndIf}
  Call TellShell
FunctionEnd

; The app registers the scheme as well, for whoever it runs for. Those who are signed in to Windows
; have their part of the registry here.
Function RemoveLinksOfPersons
  StrCpy $2 0
  ${Do}
    EnumRegKey $3 HKU "" $2
    ${If} $3 == ""
      ${ExitDo}
    ${EndIf}
    ReadRegStr $0 HKU "$3\${LINK_KEY}\shell\open\command" ""
    Call LookWhetherOurs
    ${If} $1 = 1
      DeleteRegKey HKU "$3\${LINK_KEY}"
    ${EndIf}
    IntOp $2 $2 + 1
  ${Loop}
FunctionEnd

; Puts 1 into $1 where the command $0 starts the program of this installation, else 0: the same
; scheme may belong to an installation of the other scope, or to another program.
Function LookWhetherOurs
  StrCpy $4 '"$INSTDIR\${PROGRAM}"'
  StrLen $1 $4
  StrCpy $5 $0 $1
  StrCpy $1 0
  ${If} $5 == $4
    StrCpy $1 1
  ${EndIf}
FunctionEnd

Function RemoveShortcuts
  Delete "${START_MENU_LINK}"
  Delete "${DESKTOP_LINK}"
  ClearErrors
FunctionEnd

; Not the person's data: what was downloaded, and copies of installers.
Function RemoveUpdateCopies
  ${If} $ForEveryone = 0
    RMDir /r "$LOCALAPPDATA\${UPDATES_FOLDER}"
    ClearErrors
  ${EndIf}
FunctionEnd
