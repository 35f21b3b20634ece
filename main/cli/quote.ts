import { formatUsd, quote as quoteOf } from '../../shared/generation/pricing.ts'
import { type Command, texts } from './Command.ts'
import { usageError } from './exitCodes.ts'
import { readRequestFile, requireSendable } from './requestFile.ts'

export const quote: Command = {
  name: 'quote',
  summary: 'check a request against the rules of Ray3.2 and say what it would cost',
  usage: 'REQUEST.json [--input video=FILE]',
  options: {
    input: {
      type: 'string',
      multiple: true,
      help: 'NAME=FILE  the local file behind video, image0, image1 …; its length decides the price',
    },
  },
  async run([file, ...more], options, { io, output, pieces }) {
    if (file === undefined || more.length > 0) {
      throw usageError('quote takes exactly one request: keyreel quote REQUEST.json')
    }
    const read = await readRequestFile(file, texts(options, 'input'), pieces.media, io.signal)
    const warnings = requireSendable(read)
    const priced = quoteOf(read.request, read.facts)
    output.json({ file, quote: priced, warnings })
    output.print(
      [
        `${priced.isEstimate ? 'at most about ' : ''}${formatUsd(priced.amount)}: ${priced.basis}.`,
        ...warnings.map(({ field, message }) => `${field}: ${message}`),
        'The local engine renders it for $0.00.',
      ].join('\n'),
    )
  },
}
