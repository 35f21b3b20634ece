/** The passes compiled, and how one is run: its settings, its textures and where it draws. */
import { OVER_ALL, PASSES, type PassName } from './shaders.ts'

/** Numbers are floats, `int` holds whole ones, arrays of two and more vectors of two. */
export type Setting = number | { readonly int: number } | readonly number[]

export interface Target {
  /** Null: the canvas. */
  readonly framebuffer: WebGLFramebuffer | null
  readonly width: number
  readonly height: number
  /** Where the lower left corner lies, pixels from the lower edge. */
  readonly bottom: number
}

export type Sampled = readonly [texture: WebGLTexture, kind: 'flat' | 'solid']

export interface Programs {
  run(
    pass: PassName,
    target: Target,
    textures: Readonly<Record<string, Sampled>>,
    settings: Readonly<Record<string, Setting>>,
  ): void
}

/** @throws Error when a shader is refused, with what the driver says. */
export function createPrograms(gl: WebGL2RenderingContext): Programs {
  const programs = new Map<PassName, WebGLProgram>()
  const places = new Map<string, WebGLUniformLocation | null>()

  const programOf = (pass: PassName): WebGLProgram => {
    const known = programs.get(pass)
    if (known) return known
    const made = linked(gl, PASSES[pass])
    programs.set(pass, made)
    return made
  }

  return {
    run(pass, target, textures, settings) {
      const program = programOf(pass)
      gl.useProgram(program)
      const place = (name: string): WebGLUniformLocation | null => {
        const key = `${pass}/${name}`
        const known = places.get(key)
        if (known !== undefined) return known
        const found = gl.getUniformLocation(program, name)
        places.set(key, found)
        return found
      }
      Object.entries(textures).forEach(([name, [texture, kind]], unit) => {
        gl.activeTexture(gl.TEXTURE0 + unit)
        gl.bindTexture(kind === 'flat' ? gl.TEXTURE_2D : gl.TEXTURE_3D, texture)
        gl.uniform1i(place(name), unit)
      })
      for (const [name, value] of Object.entries(settings)) {
        if (typeof value === 'number') gl.uniform1f(place(name), value)
        else if ('int' in value) gl.uniform1i(place(name), value.int)
        else gl.uniform2fv(place(name), value)
      }
      gl.uniform1f(place('flip'), target.framebuffer ? 1 : -1)
      gl.bindFramebuffer(gl.FRAMEBUFFER, target.framebuffer)
      gl.viewport(0, target.bottom, target.width, target.height)
      gl.drawArrays(gl.TRIANGLES, 0, 3)
    },
  }
}

function linked(gl: WebGL2RenderingContext, fragment: string): WebGLProgram {
  const program = gl.createProgram()
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, OVER_ALL],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(kind)
    if (!shader) throw new Error('The graphics driver makes no shader')
    gl.shaderSource(shader, source)
    gl.compileShader(shader)
    gl.attachShader(program, shader)
    gl.deleteShader(shader)
  }
  gl.linkProgram(program)
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
    throw new Error(`The graphics driver refused an effect: ${gl.getProgramInfoLog(program)}`)
  }
  return program
}
