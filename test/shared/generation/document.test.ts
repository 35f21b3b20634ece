import { describe, expect, it } from 'vitest'
import { parseRequestDocument } from '../../../shared/generation/document.ts'
import { mode } from '../../../shared/generation/request.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import { EXAMPLE_NAMES, LEGAL, readExample, UUID } from './examples.ts'

describe('the vendor examples', () => {
  it.each(EXAMPLE_NAMES)('%s is read as it is, bare, wrapped and in an array', (name) => {
    const { request, response } = readExample(name)
    expect(parseRequestDocument({ request, response })).toEqual({ ok: true, request, response })
    expect(parseRequestDocument(request)).toEqual({ ok: true, request })
    expect(parseRequestDocument([request])).toEqual({ ok: true, request })
  })

  it.each([
    ['glacier-text-to-video', 'text'],
    ['foundry-text-to-video-ultrawide', 'text'],
    ['cyclorama-reframe', 'reframe'],
    ['subway-video-to-video', 'transform'],
  ] as const)('%s asks for %s', (name, expected) => {
    const parsed = parseRequestDocument(readExample(name))
    expect(parsed.ok && mode(parsed.request)).toBe(expected)
  })
})

describe('the requests of the reference', () => {
  it.each(Object.entries(LEGAL))('%s is read as it is', (_name, request) => {
    expect(parseRequestDocument([request])).toEqual({ ok: true, request })
  })

  it('tolerates unknown keys in a response, never in a request', () => {
    const response = {
      taskType: 'videoInference',
      taskUUID: UUID,
      videoUUID: 'v',
      videoURL: 'https://vm.runware.ai/v.mp4',
      surprise: { of: 'tomorrow' },
    }
    expect(parseRequestDocument({ request: LEGAL.text, response })).toEqual({
      ok: true,
      request: LEGAL.text,
      response,
    })
    expect(parseRequestDocument({ ...LEGAL.text, surprise: 1 }).ok).toBe(false)
  })
})

const text = LEGAL.text
const pin = (frame: unknown) => ({ ...text, inputs: { frameImages: [{ image: 'A', frame }] } })

describe('documents that cannot be read', () => {
  it.each<[string, unknown, string, RegExp]>([
    ['null', null, '', /not a request/],
    ['text', 'hello', '', /not a request/],
    ['an empty array', [], '', /holds 0 requests/],
    ['two requests', [text, text], '', /holds 2 requests/],
    ['another task', { ...text, taskType: 'imageInference' }, 'taskType', /"videoInference"/],
    ['no task type', { ...text, taskType: undefined }, 'taskType', /missing/],
    ['another model', { ...text, model: 'lumaai:2@1' }, 'model', /"luma:ray@3.2"/],
    ['no model', { ...text, model: undefined }, 'model', /missing/],
    ['no UUID', { ...text, taskUUID: undefined }, 'taskUUID', /missing/],
    ['no UUID of version 4', { ...text, taskUUID: 'abc' }, 'taskUUID', /version 4/],
    ['a numeric prompt', { ...text, positivePrompt: 3 }, 'positivePrompt', /text in quotes/],
    ['no prompt', { ...text, positivePrompt: undefined }, 'positivePrompt', /missing/],
    ['a width in quotes', { ...text, width: '1280' }, 'width', /number without quotes/],
    ['a fractional width', { ...text, width: 1280.5 }, 'width', /whole number/],
    ['an unknown resolution', { ...text, resolution: '4k' }, 'resolution', /"360p"/],
    ['a duration as text', { ...text, duration: '5s' }, 'duration', /number without quotes/],
    ['sync delivery', { ...text, deliveryMethod: 'sync' }, 'deliveryMethod', /"async"/],
    ['an unknown format', { ...text, outputFormat: 'GIF' }, 'outputFormat', /"MP4"/],
    ['base64 output', { ...text, outputType: 'base64Data' }, 'outputType', /"URL"/],
    ['settings as a list', { ...text, settings: [] }, 'settings', /object in braces/],
    ['loop as text', { ...text, settings: { loop: 'no' } }, 'settings.loop', /true or false/],
    ['a word for a frame', pin('middle'), 'inputs.frameImages[0].frame', /"first", "last"/],
    ['half an index', pin(1.5), 'inputs.frameImages[0].frame', /whole index/],
    ['no frame', pin(undefined), 'inputs.frameImages[0].frame', /missing/],
    ['an empty video', { ...text, inputs: { video: '' } }, 'inputs.video', /empty/],
    [
      'a lone x',
      { ...text, settings: { sourcePosition: { x: 0 } } },
      'settings.sourcePosition.y',
      /missing/,
    ],
    [
      'an unknown strength',
      { ...text, settings: { edit: { strength: 'flex_9' } } },
      'settings.edit.strength',
      /"flex_2"/,
    ],
    ['prompt', { ...text, prompt: 'x' }, 'prompt', /Write positivePrompt instead/],
    ['a seed', { ...text, seed: 1 }, 'seed', /has no seed/],
    ['old frameImages', { ...text, frameImages: [] }, 'frameImages', /inside inputs/],
    ['a misspelt field', { ...text, widht: 1280 }, 'widht', /Did you mean width\?/],
    ['a stranger', { ...text, zzzzzz: 1 }, 'zzzzzz', /Leave it out/],
    [
      'a nested stranger',
      { ...text, settings: { hdrr: true } },
      'settings.hdrr',
      /Did you mean hdr\?/,
    ],
    [
      'a timestamp',
      { ...text, inputs: { frameImages: [{ image: 'A', frame: 0, timestamp: 1 }] } },
      'inputs.frameImages[0].timestamp',
      /Write frame instead/,
    ],
    [
      'a broken response',
      { request: text, response: { taskType: 'videoInference' } },
      'response.taskUUID',
      /leave the response out/,
    ],
  ])('%s', (_name, document, field, message) => {
    const parsed = parseRequestDocument(document)
    if (parsed.ok) throw new Error('The document was accepted')
    expect(parsed.problems.map((problem) => problem.field)).toContain(field)
    const told = parsed.problems.filter((problem) => problem.field === field)
    expect(told.map(({ said }) => inEnglish(said)).join(' ')).toMatch(message)
  })
})
