/** Media of the store and what is derived from them. */
import { z } from 'zod'
import { assetSchema } from '../../model/asset.ts'
import { mediaInfoSchema } from '../../model/mediaInfo.ts'
import { DENSITIES } from '../../render/filmstrip.ts'
import { rationalSchema } from '../../time/rational.ts'
import { saidSchema } from '../../words/Said.ts'
import { call, nothing } from './call.ts'

export const preparationSchema = z.enum(['none', 'queued', 'running', 'ready', 'failed'])

/** How far the derived files of one medium are. `online` is false while its file cannot be found. */
export const mediaStatusSchema = z.object({
  mediaKey: z.string(),
  online: z.boolean(),
  poster: preparationSchema,
  filmstrip: preparationSchema,
  peaks: preparationSchema,
  proxy: preparationSchema,
  /** Present when there are some: tiles lie side by side, evenly over the whole length. */
  filmstripTiles: z
    .object({
      count: z.int().positive(),
      tileWidth: z.int().positive(),
      tileHeight: z.int().positive(),
    })
    .optional(),
  /** How many tiles there are by now, while not all of them are; the others are black. */
  filmstripPart: z.int().positive().optional(),
  /** Present when there is some of it: what the file of the peaks holds by now (shared/render/peakLayout). */
  outline: z
    .object({
      channels: z.int().positive(),
      count: z.int().nonnegative(),
      isWhole: z.boolean(),
    })
    .optional(),
})

export type MediaStatus = z.infer<typeof mediaStatusSchema>

export const imported = z.object({
  assets: z.array(assetSchema),
  refused: z.array(z.object({ name: z.string(), message: saidSchema })),
})

const segmentSchema = z.object({
  mediaKey: z.string(),
  /** shared/render/filmstrip */
  density: z
    .int()
    .min(0)
    .max(DENSITIES - 1),
  segment: z.int().nonnegative(),
})
export type Segment = z.infer<typeof segmentSchema>

const wantedTilesSchema = z
  .array(
    z
      .object({
        mediaKey: z.string(),
        density: segmentSchema.shape.density,
        /** Segments, both included. */
        first: z.int().nonnegative(),
        last: z.int().nonnegative(),
      })
      .refine(({ first, last }) => last - first < 100),
  )
  .max(1000)
export type WantedTiles = z.infer<typeof wantedTilesSchema>

export const tilesMadeSchema = segmentSchema

export const mediaCalls = {
  /** Shows the system's dialog; an empty answer means that nothing was chosen. `sequenceRate`: of numbered pictures. */
  'media:choose': call(z.object({ sequenceRate: rationalSchema.optional() }), imported),
  /** An image sequence at another rate: a medium of its own, to be put in the place of the asset's. */
  'media:interpret': call(
    z.object({ mediaKey: z.string(), rate: rationalSchema }),
    z.object({ mediaKey: z.string(), info: mediaInfoSchema }),
  ),
  /** Called by the preload with the real paths of dropped files; the page never sees a path. */
  'media:importPaths': call(
    z.object({
      paths: z.array(z.string().min(1)).max(1000),
      sequenceRate: rationalSchema.optional(),
    }),
    imported,
  ),
  /** Shows the system's dialog for a folder and looks there for media that are not where they were; null when it was closed. */
  'media:relink': call(
    z.object({ mediaKeys: z.array(z.string()).max(10_000) }),
    z
      .object({
        found: z.array(z.string()),
        /** `isOther`: a file of that name lies there, with other content. */
        missing: z.array(
          z.object({ mediaKey: z.string(), name: z.string(), isOther: z.boolean() }),
        ),
      })
      .nullable(),
  ),
  'media:status': call(
    z.object({ mediaKeys: z.array(z.string()).max(10_000) }),
    z.object({ media: z.array(mediaStatusSchema) }),
  ),
  /** What the window works with now, so that its derived files are made first: all that the open timeline uses, and what is seen. */
  'media:wanted': call(
    z.object({
      timeline: z.array(z.string()).max(100_000),
      visible: z.array(z.string()).max(10_000),
    }),
    nothing,
  ),
  /** Parts of filmstrips in view that are denser than the whole ones; answers those that are there, the others are told of. */
  'media:wantedTiles': call(
    z.object({ wanted: wantedTilesSchema }),
    z.object({ ready: z.array(segmentSchema) }),
  ),
  /** Stand-ins for media that the window could show without them; what is there or being made already stays. */
  'media:makeProxies': call(z.object({ mediaKeys: z.array(z.string()).max(10_000) }), nothing),
} as const
