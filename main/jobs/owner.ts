/** Names of lease holders, made so that another process can tell whether the holder still lives. */
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'

export const makeOwner = (): string => `${hostname()}|${process.pid}|${randomUUID()}`

/**
 * True only when the process certainly ended: on this machine, and no process has its number. When the number was
 * given to another process, or the store lies on a shared disk, the lease runs out by itself.
 */
export function isDeadOwner(owner: string): boolean {
  const [host, pid] = owner.split('|')
  if (host !== hostname() || pid === undefined) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
