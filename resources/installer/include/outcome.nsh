; How a run ends: an exit code, and a sentence wherever it is not done. The codes are those that
; Windows Installer has for the same, because tools that deploy software know them.

!define DONE 0
!define DISK_FULL 112
!define NEEDS_ADMINISTRATOR 740
!define CANCELLED 1602
!define FAILED 1603
; Microsoft Intune takes this one as "try again later".
!define BUSY 1618
!define WRONG_COMPUTER 1633
!define NEWER_IS_INSTALLED 1638
!define WRONG_COMMAND_LINE 1639

!define STD_OUTPUT_HANDLE -11
!define ATTACH_PARENT_PROCESS -1
!define UTF_8 65001
!define MOST_BYTES 4096

Var ExitCode

; Ends the run with `code`, after saying `sentence`: in a box, or silently on standard output.
!macro Refuse code sentence
  StrCpy $ExitCode ${code}
  Push "${sentence}"
  Call Refuse
!macroend
!define Refuse "!insertmacro Refuse"

Function Refuse
  Exch $0
  ${If} ${Silent}
    Push $0
    Call PrintLine
  ${Else}
    MessageBox MB_OK|MB_ICONEXCLAMATION $0
  ${EndIf}
  Pop $0
  Call Leave
FunctionEnd

; Ends the run with $ExitCode, of which whoever may be waiting for it has been told.
Function Leave
  !ifndef IS_UNINSTALLER
    Call ReopenAfterFailure
  !endif
  SetErrorLevel $ExitCode
  Quit
FunctionEnd

; Writes the sentence on the stack to standard output as UTF-8. A program with windows has none of its
; own: it gets that of the console or the pipe it was started from, where there is one.
Function PrintLine
  Exch $0
  Push $1
  Push $2
  Push $3
  System::Call 'kernel32::AttachConsole(i ${ATTACH_PARENT_PROCESS})'
  System::Call 'kernel32::GetStdHandle(i ${STD_OUTPUT_HANDLE}) p .r1'
  ${If} $1 P<> 0
    StrCpy $0 "$0$\r$\n"
    System::Alloc ${MOST_BYTES}
    Pop $2
    ; The count holds the zero at the end, which is not written.
    System::Call 'kernel32::WideCharToMultiByte(i ${UTF_8}, i 0, w r0, i -1, p r2, i ${MOST_BYTES}, p 0, p 0) i .r3'
    IntOp $3 $3 - 1
    System::Call 'kernel32::WriteFile(p r1, p r2, i r3, *i, p 0)'
    System::Free $2
  ${EndIf}
  Pop $3
  Pop $2
  Pop $1
  Pop $0
FunctionEnd
