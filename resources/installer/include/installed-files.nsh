; The list of what an installation consists of, and its removal by that list: whatever else lies in
; the folder is somebody else's, and stays.

Var ListFile

!ifndef IS_UNINSTALLER
; Notes all that lies in the folder $9, and the list itself.
Function WriteFileList
  FileOpen $ListFile "$9\${FILE_LIST}" w
  Push ""
  Call ListFolder
  FileClose $ListFile
FunctionEnd

; Notes what lies in the folder on the stack, named from $9 on and with a backslash at its end; a
; folder after what is in it, so that it is empty by the time it is removed.
Function ListFolder
  Exch $0
  Push $1
  Push $2
  FindFirst $1 $2 "$9\$0*.*"
  ${DoWhile} $2 != ""
    ${If} $2 != "."
    ${AndIf} $2 != ".."
      ${If} ${FileExists} "$9\$0$2\*.*"
        Push "$0$2\"
        Call ListFolder
        FileWriteUTF16LE $ListFile "$0$2\$\r$\n"
      ${Else}
        FileWriteUTF16LE $ListFile "$0$2$\r$\n"
      ${EndIf}
    ${EndIf}
    FindNext $1 $2
  ${Loop}
  FindClose $1
  Pop $2
  Pop $1
  Pop $0
FunctionEnd

!endif

; Removes from the folder $9 what its list names, and the folder where nothing else is in it.
Function RemoveListedFiles
  ClearErrors
  FileOpen $ListFile "$9\${FILE_LIST}" r
  ${IfNot} ${Errors}
    ${Do}
      FileReadUTF16LE $ListFile $0
      ${If} ${Errors}
        ${ExitDo}
      ${EndIf}
      ${TrimNewLines} $0 $0
      StrCpy $1 $0 1 -1
      ${If} $1 == "\"
        RMDir "$9\$0"
      ${Else}
        Delete "$9\$0"
      ${EndIf}
      ClearErrors
    ${Loop}
    FileClose $ListFile
    Delete "$9\${FILE_LIST}"
  ${EndIf}
  RMDir "$9"
  ClearErrors
FunctionEnd
