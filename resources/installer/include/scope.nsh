; For one person or for everyone: which part of the registry and which folders (NSIS calls both the
; shell's context), and whether this run may write there.


; Takes up the scope that the command line chose.
; For everyone, without the rights: asks Windows for them, silently refuses.
Function EnterScope
  ${If} $ForEveryone == 0
    SetShellVarContext current
    Return
  ${EndIf}
  SetShellVarContext all
  UserInfo::GetAccountType
  Pop $0
  ${If} $0 == "Admin"
    Return
  ${EndIf}
  ${IfNot} ${Silent}
    ; The same program again with the same switches, after Windows has asked.
    ${GetParameters} $1
    ClearErrors
    ExecShell "runas" "$EXEPATH" "$1"
    ${IfNot} ${Errors}
      StrCpy $ExitCode ${DONE}
      Call Leave
    ${EndIf}
  ${EndIf}
  ${Refuse} ${NEEDS_ADMINISTRATOR} "$(needsAdministrator)"
FunctionEnd

; One run at a time, whoever started it: two would swap each other's folders.
Function EnterAlone
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "Global\${GUID}-setup") p .r0 ?e'
  Pop $1
  ; 183: it exists already. 5: it is another person's, who runs an installer.
  ${If} $1 = 183
  ${OrIf} $1 = 5
    ${Refuse} ${BUSY} "$(anotherSetupRuns)"
  ${EndIf}
FunctionEnd
