import { useAppState } from '../data/app-store.ts'
import { homeOf, paths, type Path } from './navigation.ts'

/** Where the person belongs when nothing else was asked for. */
export function useHome(): Path {
  const state = useAppState()
  return state === null ? paths.services : homeOf(state.session, state.service)
}
