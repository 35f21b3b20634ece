/** Notices when nobody has asked for anything for a while. */

export interface Rest {
  /** Somebody asks for something. */
  stir(): void
}

/** @param later runs work after the while; answers the function that prevents it */
export function createRest(later: (work: () => void) => () => void, rested: () => void): Rest {
  let prevent = (): void => undefined
  return {
    stir() {
      prevent()
      prevent = later(rested)
    },
  }
}
