; What the checks need on Windows besides the installer, as one small program:
;
;   stay-open SIGN STOP       writes the file SIGN, and runs until there is a file STOP
;   hold-setup SIGN STOP      the same, as if it were an installer
;   as-ordinary COMMAND...    runs the command without an administrator's rights, and ends with its exit code
;   keep-credential NAME      puts an entry into the credential manager
;   has-credential NAME       ends with 0 where there is such an entry, else with 1
;   anything else             writes it into `%LOCALAPPDATA%\started-with.txt`

Target amd64-unicode
RequestExecutionLevel user
SilentInstall silent
OutFile "${HELPER_FILE}"

!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WordFunc.nsh"

!define TOKEN_ALL_ACCESS 0xF01FF
!define DISABLE_MAX_PRIVILEGE 1
; The group of administrators.
!define ADMINISTRATORS "S-1-5-32-544"
!define STARTUPINFO_BYTES 104
!define CRED_TYPE_GENERIC 1
!define CRED_PERSIST_LOCAL_MACHINE 2

Section
  ${GetParameters} $0
  ${WordFind} $0 " " "+1" $1
  ${WordFind} $0 " " "+1}" $2
  ${Select} $1
    ${Case} "stay-open"
      Call StayOpen
    ${Case} "hold-setup"
      System::Call 'kernel32::CreateMutexW(p 0, i 0, w "Global\af8c681e-3578-5fb9-8068-1d8cd1d7d275-setup")'
      Call StayOpen
    ${Case} "as-ordinary"
      Call RunAsOrdinary
    ${Case} "keep-credential"
      ${WordReplace} $2 '"' "" "+*" $2
      Call KeepCredential
    ${Case} "has-credential"
      ${WordReplace} $2 '"' "" "+*" $2
      Call LookForCredential
    ${CaseElse}
      ; Started as the app is, for which it stands.
      FileOpen $5 "$LOCALAPPDATA\started-with.part" w
      FileWrite $5 "$0"
      FileClose $5
      ; Whole as soon as it is there.
      Rename "$LOCALAPPDATA\started-with.part" "$LOCALAPPDATA\started-with.txt"
  ${EndSelect}
SectionEnd

Function StayOpen
  ${WordFind} $2 " " "+1" $3
  ${WordFind} $2 " " "+2" $4
  FileOpen $5 $3 w
  FileClose $5
  ${Do}
    Sleep 50
  ${LoopUntil} ${FileExists} $4
FunctionEnd

Function RunAsOrdinary
  System::Call 'kernel32::GetCurrentProcess() p .r3'
  System::Call 'advapi32::OpenProcessToken(p r3, i ${TOKEN_ALL_ACCESS}, *p .r4)'
  System::Call 'advapi32::ConvertStringSidToSidW(w "${ADMINISTRATORS}", *p .r5)'
  System::Call '*(p r5, p 0) p .r6'
  System::Call 'advapi32::CreateRestrictedToken(p r4, i ${DISABLE_MAX_PRIVILEGE}, i 1, p r6, i 0, p 0, i 0, p 0, *p .r7)'
  System::Alloc ${STARTUPINFO_BYTES}
  Pop $8
  System::Call '*$8(i ${STARTUPINFO_BYTES})'
  System::Call '*(p, p, i, i) p .r9'
  System::Call 'advapi32::CreateProcessAsUserW(p r7, p 0, w r2, p 0, p 0, i 1, i 0, p 0, p 0, p r8, p r9) i .r0'
  ${If} $0 = 0
    Abort
  ${EndIf}
  System::Call '*$9(p .r3)'
  System::Call 'kernel32::WaitForSingleObject(p r3, i -1)'
  System::Call 'kernel32::GetExitCodeProcess(p r3, *i .r4)'
  SetErrorLevel $4
FunctionEnd

Function KeepCredential
  System::Call '*(&w256 r2) p .r3'
  ; The secret is the name once more. One number fills up to the next pointer.
  System::Call '*(i 0, i ${CRED_TYPE_GENERIC}, p r3, p 0, i 0, i 0, i 8, i 0, p r3, i ${CRED_PERSIST_LOCAL_MACHINE}, i 0, p 0, p 0, p r3) p .r4'
  System::Call 'advapi32::CredWriteW(p r4, i 0) i .r5'
  ${If} $5 = 0
    Abort
  ${EndIf}
FunctionEnd

Function LookForCredential
  System::Call 'advapi32::CredReadW(w r2, i ${CRED_TYPE_GENERIC}, i 0, *p .r3) i .r4'
  ${If} $4 = 0
    SetErrorLevel 1
  ${EndIf}
FunctionEnd
