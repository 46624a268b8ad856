; The app is never ended from here: a form may be open in it. A person is asked to close it, and a
; silent run waits for that, and says when it has waited long enough.

!define GENERIC_READ_WRITE 0xC0000000
!define SHARE_ALL 7
!define OPEN_EXISTING 3
!define ERROR_SHARING_VIOLATION 32
!define INVALID_HANDLE_VALUE -1
!define POLL_MILLISECONDS 500

; Puts 1 into $0 where the program in the folder $1 runs, in whoever's session, else 0. Windows lets
; nobody write to the file of a program that runs.
Function LookWhetherAppRuns
  System::Call 'kernel32::CreateFileW(w "$1\${PROGRAM}", i ${GENERIC_READ_WRITE}, i ${SHARE_ALL}, p 0, i ${OPEN_EXISTING}, i 0, p 0) p .r2 ?e'
  Pop $3
  StrCpy $0 0
  ${If} $2 P<> ${INVALID_HANDLE_VALUE}
    System::Call 'kernel32::CloseHandle(p r2)'
  ${ElseIf} $3 = ${ERROR_SHARING_VIOLATION}
    StrCpy $0 1
  ${EndIf}
FunctionEnd

; Returns once the app in the folder $1 is closed, or ends the run. An update that the app began
; comes while it is still closing, so that nobody is asked at once.
Function WaitUntilAppIsClosed
  IntOp $4 $WaitSeconds * 1000
  ${Do}
    Call LookWhetherAppRuns
    ${If} $0 = 0
      Return
    ${EndIf}
    ${If} ${Silent}
    ${OrIf} $UpdatedByApp = 1
      ${If} $4 > 0
        Sleep ${POLL_MILLISECONDS}
        IntOp $4 $4 - ${POLL_MILLISECONDS}
        ${Continue}
      ${EndIf}
    ${EndIf}
    ${If} ${Silent}
      ${Refuse} ${BUSY} "$(appStaysOpen)"
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONINFORMATION "$(appIsOpen)" IDRETRY again
    StrCpy $ExitCode ${CANCELLED}
    Call Leave
    again:
  ${Loop}
FunctionEnd
