import { useEffect, useState } from 'react'

/** `value` once it has stayed the same for a moment: for what is read out while one types. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 900)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
