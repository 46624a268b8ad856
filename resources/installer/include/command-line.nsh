; The switches, each into a variable of its own. What nobody knows is refused: a slip in `/allusers`
; would otherwise install for the wrong person, and nobody would notice.

!define DEFAULT_WAIT_SECONDS 60

Var ForEveryone ; 1 for the whole computer, 0 for this person
Var ScopeGiven ; 1 where a switch says which of the two
Var DowngradeAllowed
Var DesktopWanted
Var UpdatedByApp
Var StartAfterwards
Var DataToo
Var FinishOnly ; 1 in the copy of the uninstaller that removes its original
Var WaitSeconds

Function ReadCommandLine
  StrCpy $ForEveryone 0
  StrCpy $ScopeGiven 0
  StrCpy $DowngradeAllowed 0
  StrCpy $DesktopWanted 0
  StrCpy $UpdatedByApp 0
  StrCpy $StartAfterwards 0
  StrCpy $DataToo 0
  StrCpy $FinishOnly 0
  StrCpy $WaitSeconds ${DEFAULT_WAIT_SECONDS}
  ; NSIS has taken `/D=FOLDER`, which ends the line, off already.
  ${GetParameters} $0
  ${Do}
    Call NextWord
    ${If} $1 == ""
      ${ExitDo}
    ${EndIf}
    Call ReadSwitch
  ${Loop}
FunctionEnd

; Takes the first word off $0, into $1; empty where there is none left.
Function NextWord
  ${Do}
    StrCpy $2 $0 1
    ${If} $2 != " "
      ${ExitDo}
    ${EndIf}
    StrCpy $0 $0 "" 1
  ${Loop}
  StrCpy $3 0
  ${Do}
    StrCpy $2 $0 1 $3
    ${If} $2 == ""
    ${OrIf} $2 == " "
      ${ExitDo}
    ${EndIf}
    IntOp $3 $3 + 1
  ${Loop}
  StrCpy $1 $0 $3
  StrCpy $0 $0 "" $3
FunctionEnd

; What the switch in $1 says.
Function ReadSwitch
  StrCpy $2 $1 6
  ${If} $2 == "/wait="
    StrCpy $WaitSeconds $1 "" 6
    IntOp $WaitSeconds $WaitSeconds + 0
    Return
  ${EndIf}
  ${Switch} $1
    ${Case} "/S"
      SetSilent silent
      ${Break}
    ${Case} "/NCRC"
      ${Break}
    ${Case} "/allusers"
      Push 1
      Call ChooseScope
      ${Break}
    ${Case} "/currentuser"
      Push 0
      Call ChooseScope
      ${Break}
    !ifdef IS_UNINSTALLER
      ${Case} "/deletedata"
        StrCpy $DataToo 1
        ${Break}
      ${Case} "/finish"
        StrCpy $FinishOnly 1
        ${Break}
    !else
      ${Case} "/allowdowngrade"
        StrCpy $DowngradeAllowed 1
        ${Break}
      ${Case} "/desktop"
        StrCpy $DesktopWanted 1
        ${Break}
      ${Case} "--updated"
        StrCpy $UpdatedByApp 1
        ${Break}
      ${Case} "--force-run"
        StrCpy $StartAfterwards 1
        ${Break}
    !endif
    ${Default}
      ${Refuse} ${WRONG_COMMAND_LINE} "$(wrongSwitch)$\r$\n$1"
  ${EndSwitch}
FunctionEnd

Function ChooseScope
  Exch $2
  ${If} $ScopeGiven == 1
  ${AndIf} $ForEveryone != $2
    ${Refuse} ${WRONG_COMMAND_LINE} "$(wrongSwitch)$\r$\n/allusers /currentuser"
  ${EndIf}
  StrCpy $ForEveryone $2
  StrCpy $ScopeGiven 1
  Pop $2
FunctionEnd
