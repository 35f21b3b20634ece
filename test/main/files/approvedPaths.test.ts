import { execFileSync } from 'node:child_process'
import { mkdir, realpath, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createApprovedPaths, PathError } from '../../../main/files/approvedPaths.ts'
import { say } from '../../../shared/words/say.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const at = temporaryFolder()

describe('approved paths', () => {
  it('give one id a file, however it is named, and the real path back', async () => {
    const paths = createApprovedPaths()
    await writeFile(at('a “quoted”\nname.mp4'), 'x')
    await symlink(at('a “quoted”\nname.mp4'), at('link.mp4'))
    const id = await paths.approve(at('a “quoted”\nname.mp4'))
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
    expect(await paths.approve(at('link.mp4'))).toBe(id)
    expect(paths.resolve(id)).toBe(await realpath(at('link.mp4')))
  })

  it('know nothing but what was approved, and for what', async () => {
    const paths = createApprovedPaths()
    await writeFile(at('b.mp4'), 'x')
    const id = await paths.approve(at('b.mp4'))
    const refusal = new PathError(say('file:notApproved'), 'notApproved')
    for (const wrong of [at('b.mp4'), '../b.mp4', '/etc/passwd', '', '__proto__']) {
      expect(() => paths.resolve(wrong)).toThrow(refusal)
    }
    expect(() => paths.resolveOutput(id)).toThrow(refusal)
    paths.revoke(id)
    expect(() => paths.resolve(id)).toThrow(refusal)
  })

  it('refuse what is no plain file, each with its sentence', async () => {
    const paths = createApprovedPaths()
    await mkdir(at('folder'))
    execFileSync('mkfifo', [at('pipe')])
    await symlink(at('circle'), at('circle'))
    const refusals = await Promise.all(
      [at('none.mp4'), at('folder'), at('pipe'), at('circle')].map((path) =>
        paths.approve(path).catch((error: PathError) => [error.kind, error.message]),
      ),
    )
    expect(refusals).toEqual([
      ['missing', '"none.mp4" is not there. Was it moved or renamed?'],
      ['notAFile', '"folder" is a folder, not a file.'],
      ['notAFile', '"pipe" is a pipe or a device; only plain files can be opened.'],
      ['missing', '"circle" is a link that leads in a circle.'],
    ])
  })

  it('approve a place to write to only in a folder that is there', async () => {
    const paths = createApprovedPaths()
    await mkdir(at('out'), { recursive: true })
    const id = await paths.approveOutput(at('out/new.mp4'))
    expect(paths.resolveOutput(id)).toBe(join(await realpath(at('out')), 'new.mp4'))
    expect(() => paths.resolve(id)).toThrow(PathError)
    await expect(paths.approveOutput(at('nowhere/new.mp4'))).rejects.toMatchObject({
      kind: 'missing',
      message: `The folder "${at('nowhere')}" is not there; make it or choose another.`,
    })
    await mkdir(at('out/taken.mp4'))
    await expect(paths.approveOutput(at('out/taken.mp4'))).rejects.toMatchObject({
      kind: 'notAFile',
    })
  })
})
