/** What a suite's numbers are in `npm run soak`, which runs long suites in parts, so that a stop loses little. */
export const isSoak = process.env.KEYREEL_SOAK === '1'

const [part = 1, parts = 1] = (process.env.KEYREEL_SOAK_PART ?? '1/1').split('/').map(Number)

/** Which part this is, from 0: seeds of their own follow from it. */
export const SOAK_PART = part - 1

/** A part's share of a full number; the parts together make at least that. */
export const soakShare = (full: number): number => Math.ceil(full / parts)
