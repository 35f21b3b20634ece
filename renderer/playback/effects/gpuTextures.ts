/** Textures that passes draw into, used again by size, and the tables of colours. */
import type { ColorTable } from '../../../shared/render/colorTable.ts'
import type { ColorStep } from './EffectStep.ts'
import type { Target } from './gpuPrograms.ts'

export interface GpuTexture extends Target {
  readonly framebuffer: WebGLFramebuffer
  readonly texture: WebGLTexture
}

export interface GpuTextures {
  /** Its contents are whatever was drawn last. */
  take(width: number, height: number): GpuTexture
  /** The texture may be handed out again. */
  give(texture: GpuTexture): void
  /** The pixels of an image in the texture kept for it, until the next call. */
  upload(image: TexImageSource): WebGLTexture
  colors(step: ColorStep): WebGLTexture
}

/** Textures that lie idle, bytes: those of a dozen passes over 1080p. */
const IDLE_BYTES = 192 * 1024 * 1024
const TABLES = 16

export function createTextures(gl: WebGL2RenderingContext): GpuTextures {
  // Values between passes keep more than eight bits where the driver can draw them, which all but the oldest can.
  const isFine = gl.getExtension('EXT_color_buffer_float') !== null
  const bytesOf = ({ width, height }: Target): number => width * height * (isFine ? 8 : 4)
  /** The longest idle first. */
  const idle = new Set<GpuTexture>()
  /** The least used first. */
  const tables = new Map<ColorTable, WebGLTexture>()
  let source: WebGLTexture | null = null

  const make = (width: number, height: number): GpuTexture => {
    const texture = flat(gl)
    gl.texStorage2D(gl.TEXTURE_2D, 1, isFine ? gl.RGBA16F : gl.RGBA8, width, height)
    const framebuffer = gl.createFramebuffer()
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer)
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0)
    return { texture, framebuffer, width, height, bottom: 0 }
  }

  const remove = (one: GpuTexture): void => {
    gl.deleteTexture(one.texture)
    gl.deleteFramebuffer(one.framebuffer)
  }

  return {
    take(width, height) {
      const known = [...idle].find((one) => one.width === width && one.height === height)
      if (!known) return make(width, height)
      idle.delete(known)
      return known
    },
    give(texture) {
      idle.add(texture)
      let bytes = [...idle].reduce((sum, one) => sum + bytesOf(one), 0)
      for (const oldest of idle) {
        if (bytes <= IDLE_BYTES) break
        idle.delete(oldest)
        remove(oldest)
        bytes -= bytesOf(oldest)
      }
    },
    upload(image) {
      source ??= flat(gl)
      gl.bindTexture(gl.TEXTURE_2D, source)
      // Of images only: it does not go with tables.
      gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true)
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, gl.RGBA, gl.UNSIGNED_BYTE, image)
      gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false)
      return source
    },
    colors({ table }) {
      const texture = tables.get(table) ?? solid(gl, table)
      tables.delete(table)
      tables.set(table, texture)
      for (const [oldest, unused] of tables) {
        if (tables.size <= TABLES) break
        gl.deleteTexture(unused)
        tables.delete(oldest)
      }
      return texture
    },
  }
}

function flat(gl: WebGL2RenderingContext): WebGLTexture {
  const texture = gl.createTexture()
  gl.activeTexture(gl.TEXTURE0)
  gl.bindTexture(gl.TEXTURE_2D, texture)
  smooth(gl, gl.TEXTURE_2D)
  return texture
}

function solid(gl: WebGL2RenderingContext, { size, rgba }: ColorTable): WebGLTexture {
  const texture = gl.createTexture()
  gl.activeTexture(gl.TEXTURE0)
  gl.bindTexture(gl.TEXTURE_3D, texture)
  smooth(gl, gl.TEXTURE_3D)
  gl.texParameteri(gl.TEXTURE_3D, gl.TEXTURE_WRAP_R, gl.CLAMP_TO_EDGE)
  gl.texImage3D(
    gl.TEXTURE_3D,
    ...([0, gl.RGBA16F, size, size, size, 0] as const),
    gl.RGBA,
    gl.FLOAT,
    rgba,
  )
  return texture
}

function smooth(gl: WebGL2RenderingContext, kind: number): void {
  for (const name of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) {
    gl.texParameteri(kind, name, gl.LINEAR)
  }
  for (const name of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) {
    gl.texParameteri(kind, name, gl.CLAMP_TO_EDGE)
  }
}
