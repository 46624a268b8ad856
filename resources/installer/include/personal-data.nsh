; What the app keeps for the person who uninstalls it: their folder, and the keys in Windows' credential
; manager, without which nobody could read a copy of the folder either. Other persons' stays.

!define CRED_TYPE_GENERIC 1

Function RemovePersonalData
  SetShellVarContext current
  RMDir /r "$APPDATA\${DATA_FOLDER}"
  Call RemoveKeys
  ${If} $ForEveryone = 1
    SetShellVarContext all
  ${EndIf}
  ClearErrors
FunctionEnd

; Windows lists credentials by how their names begin, and ours have the app at the end: all are looked at.
Function RemoveKeys
  System::Call 'advapi32::CredEnumerateW(p 0, i 0, *i .r1, *p .r2) i .r0'
  ${If} $0 = 0
    Return
  ${EndIf}
  StrLen $6 ".${KEYCHAIN_SERVICE}"
  StrCpy $3 0
  ${While} $3 < $1
    ; The list holds pointers to structures, which begin with flags, a type and a name.
    IntOp $4 $3 * ${NSIS_PTR_SIZE}
    IntPtrOp $4 $2 + $4
    System::Call '*$4(p .r5)'
    System::Call '*$5(i, i .r7, w .r8)'
    StrCpy $9 $8 "" -$6
    ${If} $7 = ${CRED_TYPE_GENERIC}
    ${AndIf} $9 == ".${KEYCHAIN_SERVICE}"
      System::Call 'advapi32::CredDeleteW(w r8, i ${CRED_TYPE_GENERIC}, i 0)'
    ${EndIf}
    IntOp $3 $3 + 1
  ${EndWhile}
  System::Call 'advapi32::CredFree(p r2)'
FunctionEnd
