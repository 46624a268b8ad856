import { useCallback, useState } from 'react'
import type { AppError } from '../../../../shared/contract/result.ts'
import type { SecurityQuestion } from '../../../../shared/contract/identity/security-questions.ts'
import type { Reauthentication } from '../../../common/email-code/reauthentication.tsx'
import { callPortal } from '../../../common/data/portal.ts'

type State = {
  readonly busy: boolean
  readonly questions: readonly SecurityQuestion[] | null
  readonly error: AppError | null
}

/**
 * The person's own three questions, once they have given their password. Kept on the page only and
 * in no cache: whoever sits down here later must ask for them anew.
 */
export function useChosenQuestions(run: Reauthentication['run'], act: 'seeQuestions' | 'rehearse') {
  const [state, setState] = useState<State>({ busy: false, questions: null, error: null })
  const load = useCallback(async () => {
    setState({ busy: true, questions: null, error: null })
    const result = await run({ kind: act }, () => callPortal('security.questions', {}))
    setState({
      busy: false,
      questions: result?.ok === true ? result.data.items : null,
      error: result?.ok === false ? result.error : null,
    })
  }, [run, act])
  return {
    ...state,
    load,
    take: (questions: readonly SecurityQuestion[]) =>
      setState({ busy: false, questions, error: null }),
  }
}
