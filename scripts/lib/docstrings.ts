/** Finds exported functions that lack a docstring, or whose docstring hides that they throw. */
import { parseSync, Visitor, type ESTree } from 'vite'

type ExportedFunction = {
  readonly name: string
  /** Where `export` stands: a docstring ends right before it. */
  readonly exportedAt: number
  /** Where the function itself begins. */
  readonly start: number
}

/**
 * A sentence for each exported function of a module that has no docstring, and for each with a
 * `throw` of its own whose docstring says nothing of `@throws`.
 * @param file the module's name, for the sentences; its ending says how `source` is parsed
 */
export function docstringComplaints(file: string, source: string): string[] {
  const { program, comments } = parseSync(file, source)
  const throwing = functionsThatThrow(program)
  const names = new Set<string>()
  return program.body.flatMap(exportedFunctions).flatMap(({ name, exportedAt, start }) => {
    // Of several signatures the first bears the docstring, for all of them.
    if (names.has(name)) return []
    names.add(name)
    const before = comments.findLast((comment) => comment.end <= exportedAt)
    const isDocstring =
      before?.type === 'Block' &&
      before.value.startsWith('*') &&
      source.slice(before.end, exportedAt).trim() === ''
    if (!isDocstring) return [`${file}: ${name} has no docstring`]
    if (throwing.has(start) && !before.value.includes('@throws')) {
      return [`${file}: ${name} throws, but its docstring has no @throws`]
    }
    return []
  })
}

function exportedFunctions(statement: ESTree.Statement | ESTree.Directive): ExportedFunction[] {
  if (statement.type !== 'ExportNamedDeclaration') return []
  const { declaration, start: exportedAt } = statement
  if (declaration?.type === 'FunctionDeclaration' || declaration?.type === 'TSDeclareFunction') {
    const { id, start } = declaration
    return id === null ? [] : [{ name: id.name, exportedAt, start }]
  }
  if (declaration?.type !== 'VariableDeclaration') return []
  return declaration.declarations.flatMap(({ id, init }) =>
    id.type === 'Identifier' && init?.type === 'ArrowFunctionExpression'
      ? [{ name: id.name, exportedAt, start: init.start }]
      : [],
  )
}

/** Where those functions begin that hold a `throw` of their own, and not within another function. */
function functionsThatThrow(program: ESTree.Program): ReadonlySet<number> {
  const found = new Set<number>()
  const within: number[] = []
  const enter = ({ start }: { readonly start: number }) => {
    within.push(start)
  }
  const leave = () => {
    within.pop()
  }
  new Visitor({
    FunctionDeclaration: enter,
    'FunctionDeclaration:exit': leave,
    FunctionExpression: enter,
    'FunctionExpression:exit': leave,
    ArrowFunctionExpression: enter,
    'ArrowFunctionExpression:exit': leave,
    ThrowStatement: () => {
      const innermost = within.at(-1)
      if (innermost !== undefined) found.add(innermost)
    },
  }).visit(program)
  return found
}
