; What is installed already, in the scope of this run, and whether this version may take its place.

Var FormerFolder ; empty where nothing is installed
Var FormerVersion

; Former versions, whose installer electron-builder wrote, noted their folder elsewhere.
Function FindFormerVersion
  ReadRegStr $FormerVersion SHCTX "${UNINSTALL_KEY}" "DisplayVersion"
  ReadRegStr $FormerFolder SHCTX "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $FormerFolder == ""
    ReadRegStr $FormerFolder SHCTX "${FORMER_INSTALLER_KEY}" "InstallLocation"
  ${EndIf}
FunctionEnd

; Where to install: as told, else where it is, else where programs of this scope belong.
Function ChooseFolder
  ${If} $INSTDIR != ""
    Call RefuseForeignFolder
  ${ElseIf} $FormerFolder != ""
    StrCpy $INSTDIR $FormerFolder
  ${ElseIf} $ForEveryone = 1
    StrCpy $INSTDIR "$PROGRAMFILES64\${PRODUCT}"
  ${Else}
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${PRODUCT}"
  ${EndIf}
FunctionEnd

; The folder is swapped as a whole: one with anything of others in it must never be.
Function RefuseForeignFolder
  ${If} $INSTDIR == $FormerFolder
  ${OrIf} ${FileExists} "$INSTDIR\${PROGRAM}"
    Return
  ${EndIf}
  ${GetParent} "$INSTDIR" $0
  ${DirState} "$INSTDIR" $1
  ; 1: it has something in it. No parent: it is a drive.
  ${If} $1 = 1
  ${OrIf} $0 == ""
    ${Refuse} ${WRONG_COMMAND_LINE} "$(folderNotEmpty)$\r$\n$INSTDIR"
  ${EndIf}
FunctionEnd

Function RefuseDowngrade
  ${If} $FormerVersion == ""
  ${OrIf} $DowngradeAllowed = 1
    Return
  ${EndIf}
  StrCpy $0 "${VERSION}"
  StrCpy $1 $FormerVersion
  Call CompareVersions
  ${If} $0 = 2
    ${Refuse} ${NEWER_IS_INSTALLED} "$(newerIsInstalled)"
  ${EndIf}
FunctionEnd

; Puts into $0 which of the versions $0 and $1 is newer: 1 or 2, or 0 where neither is. What comes
; before a release (1.2.0-beta.3) is older than it; two such of one release are not told apart.
Function CompareVersions
  ${WordFind} $0 "-" "+1" $2
  ${WordFind} $1 "-" "+1" $3
  ${VersionCompare} $2 $3 $4
  ${If} $4 = 0
    ${If} $0 == $2
    ${AndIf} $1 != $3
      StrCpy $4 1
    ${ElseIf} $0 != $2
    ${AndIf} $1 == $3
      StrCpy $4 2
    ${EndIf}
  ${EndIf}
  StrCpy $0 $4
FunctionEnd
