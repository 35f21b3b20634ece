/** Lifts quiet speech into sight: a tenth of full scale shows at a third of the height. */
export const lifted = (level: number): number => Math.sign(level) * Math.abs(level) ** 0.5
