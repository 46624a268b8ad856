; The shortcuts. That of the start menu carries the app's model ID, without which Windows shows none
; of its notifications.

!include "Win\COM.nsh"
!include "Win\Propkey.nsh"

; An upgrade leaves it at what the person has: who threw a shortcut away does not get it again.
Function CreateShortcuts
  SetOutPath "$INSTDIR"
  ${If} $FormerFolder == ""
  ${OrIf} ${FileExists} "${START_MENU_LINK}"
    Push "${START_MENU_LINK}"
    Call CreateLink
  ${EndIf}
  ${If} $DesktopWanted = 1
  ${OrIf} ${FileExists} "${DESKTOP_LINK}"
    Push "${DESKTOP_LINK}"
    Call CreateLink
  ${EndIf}
  SetOutPath "$TEMP"
FunctionEnd

; Creates the shortcut on the stack, in the current folder.
Function CreateLink
  Exch $9
  CreateShortcut "$9" "$INSTDIR\${PROGRAM}" "" "$INSTDIR\${PROGRAM}" 0 SW_SHOWNORMAL "" "${PRODUCT}"
  Call GiveLinkModelId
  ClearErrors
  Pop $9
FunctionEnd

; Writes the model ID into the shortcut $9, by the shell's own interfaces, as NSIS has no command for
; it. Where Windows takes it not, the shortcut works all the same.
Function GiveLinkModelId
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r0 ""
  ${If} $0 P= 0
    Return
  ${EndIf}
  ${IUnknown::QueryInterface} $0 '("${IID_IPersistFile}", .r1)'
  ${If} $1 P<> 0
    ${IPersistFile::Load} $1 '("$9", ${STGM_READWRITE})'
    ${IUnknown::QueryInterface} $0 '("${IID_IPropertyStore}", .r2)'
    ${If} $2 P<> 0
      System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID}) p .r3'
      System::Call '*(&w128 "${APP_USER_MODEL_ID}") p .r4'
      System::Call '*(&i2 ${VT_LPWSTR}, &i6 0, p r4, p 0) p .r5'
      ${IPropertyStore::SetValue} $2 '($3, $5)'
      ${IPropertyStore::Commit} $2 ""
      System::Free $5
      System::Free $4
      System::Free $3
      ${IUnknown::Release} $2 ""
    ${EndIf}
    ${IPersistFile::Save} $1 '("$9", 1)'
    ${IUnknown::Release} $1 ""
  ${EndIf}
  ${IUnknown::Release} $0 ""
FunctionEnd
