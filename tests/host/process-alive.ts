/** Whether a process of this id runs; signal 0 asks without disturbing it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
