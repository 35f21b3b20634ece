import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryName, writerOf } from '../../../main/files/temporaryName.ts'
import { endOrphans, isOrphan } from '../../../main/media/endOrphans.ts'
import { makeWithoutSound } from '../../fixtures/awkward.ts'
import { temporaryFolder } from './temporaryFolder.ts'

const at = temporaryFolder()
/** A process that has certainly ended. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await once(child, 'close')
  return child.pid ?? 0
}
const unfinished = (pid: number): string => `.keyreel-part-${pid}-0123abcd-x.mp4`

it('knows programs that write for a process that is gone', async () => {
  const dead = unfinished(await deadPid())
  const mine = temporaryName('/tmp/x.mp4')
  expect(writerOf(mine)).toBe(process.pid)
  expect(
    [
      ['ffmpeg', `file:/cache/${dead}`],
      ['ffmpeg', `file:${mine}`],
      ['ffmpeg', '/tmp/x.mp4'],
    ].map((words) => isOrphan({ words })),
  ).toEqual([true, false, false])
})

it('ends an ffmpeg that works on for nobody, and no other', async () => {
  const gone = await deadPid()
  await makeWithoutSound(at('clip.mp4'))
  await mkdir(at('cache'))
  const encode = (name: string) =>
    spawn(
      process.env.KEYREEL_FFMPEG ?? 'ffmpeg',
      [
        ...['-v', 'error', '-nostdin', '-re', '-stream_loop', '-1', '-i', at('clip.mp4')],
        ...['-f', 'mp4', join(at('cache'), name)],
      ],
      { stdio: 'ignore' },
    )
  const [orphan, ours] = [encode(unfinished(gone)), encode(unfinished(process.pid))]
  const said: string[] = []
  try {
    await Promise.all([once(orphan, 'spawn'), once(ours, 'spawn')])
    await endOrphans({ write: (_level, message) => said.push(message) })
    const [, signal] = await once(orphan, 'close')
    expect([signal, ours.exitCode, ours.signalCode]).toEqual(['SIGKILL', null, null])
    expect(said).toContain('A program of a run that was killed is ended')
  } finally {
    orphan.kill('SIGKILL')
    ours.kill('SIGKILL')
  }
})
