/** Documents that break a rule, or just keep it. */
import { type ModelFacts, sizeOf } from '../../../shared/generation/modelFacts.ts'
import type { Certainty } from './Fact.ts'
import { base, type Probe, type StoredMedia } from './probes.ts'

const rule = (
  id: string,
  about: string,
  certainty: Certainty,
  document: object,
  kind: 'refused' | 'accepted' = 'refused',
): Probe => ({ id, section: '2.3', about, certainty, document, expects: { kind } })

export function ruleProbes(model: ModelFacts, { picture, clips }: StoredMedia): Probe[] {
  const clip = (more: object) => ({ ...base(), resolution: '720p', duration: 5, ...more })
  const edit = (more: object) => ({
    ...base(),
    resolution: '720p',
    inputs: { video: clips.short },
    ...more,
  })
  const square = sizeOf(model, '1:1', '360p') ?? { width: 480, height: 480 }
  const frame = (video: string, more: object = {}) => ({
    ...base(),
    ...{ width: square.width, height: square.height, inputs: { video }, ...more },
  })
  const pins = (...frames: readonly (string | number)[]) => ({
    inputs: { frameImages: frames.map((at) => ({ image: picture, frame: at })) },
  })
  const { max } = model.limits.prompt
  const most = model.limits.frameImages.max
  return [
    rule(
      'rule.sizeOrResolution',
      'resolution beside width and height is refused',
      'certain',
      clip({ width: 1280, height: 720 }),
    ),
    rule('rule.duration', 'a duration of 7 s is refused', 'certain', clip({ duration: 7 })),
    rule(
      'rule.hdrSize',
      'HDR below 720p is refused',
      'certain',
      clip({ resolution: '360p', settings: { hdr: true } }),
    ),
    rule(
      'rule.hdrLength',
      'HDR of 10 s is refused',
      'certain',
      clip({ duration: 10, settings: { hdr: true } }),
    ),
    rule(
      'rule.hdrLoop',
      'HDR with loop is refused',
      'certain',
      clip({ settings: { hdr: true, loop: true } }),
    ),
    rule(
      'rule.exr',
      'EXR without HDR is refused',
      'certain',
      clip({ settings: { exrExport: true } }),
    ),
    rule(
      'rule.loopLength',
      'a loop of 10 s is refused',
      'certain',
      clip({ duration: 10, settings: { loop: true } }),
    ),
    rule(
      'rule.loopLast',
      'a loop with a last picture is refused',
      'certain',
      clip({ settings: { loop: true }, ...pins('first', 'last') }),
    ),
    rule(
      'rule.longWords',
      '10 s with first and last instead of indexes is refused',
      'observed',
      clip({ duration: 10, ...pins('first', 'last') }),
    ),
    rule(
      'rule.longIndexes',
      '10 s with indexes up to 240 is taken',
      'certain',
      clip({ duration: 10, ...pins(0, 96, 240) }),
      'accepted',
    ),
    rule('rule.indexRange', 'an index of 121 in 5 s is refused', 'certain', clip(pins(0, 121))),
    rule('rule.indexTwice', 'the same index twice is refused', 'certain', clip(pins(24, 24))),
    rule(
      'rule.mixed',
      'words and indexes together are refused',
      'observed',
      clip(pins('first', 60)),
    ),
    rule(
      'rule.pins',
      `${most + 1} pictures are refused`,
      'certain',
      clip(pins(...Array.from({ length: most + 1 }, (_, i) => i))),
    ),
    rule(
      'rule.prompt',
      `a prompt of ${max + 1} characters is refused`,
      'observed',
      clip({ positivePrompt: 'a'.repeat(max + 1) }),
    ),
    rule(
      'rule.unknownKey',
      'a key that does not exist is taken and billed',
      'observed',
      clip({ keyreelUnknown: true }),
      'accepted',
    ),
    rule(
      'rule.editAutomatic',
      'automatic control beside a strength is refused',
      'certain',
      edit({ settings: { edit: { autoControls: true, strength: 'flex_2' } } }),
    ),
    rule(
      'rule.editDuration',
      'a transformation with a duration is refused',
      'certain',
      edit({ duration: 5 }),
    ),
    rule(
      'rule.editHdr',
      'an HDR transformation at 360p is taken',
      'inferred',
      edit({ resolution: '360p', settings: { hdr: true } }),
      'accepted',
    ),
    rule(
      'rule.reframeHdr',
      'an HDR reframe is refused',
      'certain',
      frame(clips.short, { settings: { hdr: true } }),
    ),
    rule('rule.reframeUpright', 'an upright reframe at 1080p is refused', 'observed', {
      ...frame(clips.short),
      width: 1080,
      height: 1920,
    }),
    rule(
      'source.transformLongest',
      `${model.limits.transformSource + 1} s are too long to transform`,
      'observed',
      edit({ inputs: { video: clips.beyondTransform } }),
    ),
    rule(
      'source.reframeLongest',
      `${model.limits.reframeSource + 1} s are too long to reframe`,
      'observed',
      frame(clips.beyondReframe),
    ),
  ]
}
