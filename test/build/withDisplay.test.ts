import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { withDisplay } from '../../build/display/withDisplay.ts'

const hasXvfb = existsSync('/usr/bin/Xvfb')
const socket = (name: string): string => `/tmp/.X11-unix/X${name.slice(1)}`

it.runIf(hasXvfb)(
  'gives two workers displays of their own and ends them, also after a failure',
  async () => {
    const names = await withDisplay((one) =>
      withDisplay(async (two) => {
        expect([one.name, two.name].map((name) => existsSync(socket(name)))).toEqual([true, true])
        return [one.name, two.name]
      }),
    )
    expect(new Set(names).size).toBe(2)
    let name = ''
    const failing = withDisplay(async (display) => {
      name = display.name
      throw new Error('the work failed')
    })
    await expect(failing).rejects.toThrow('the work failed')
    expect([...names, name].map((each) => existsSync(socket(each)))).toEqual([false, false, false])
  },
)
