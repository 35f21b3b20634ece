/** Pixels that decide what is shown of a clip, whether it is a part of the page or painted. */

/** Above the filmstrip. */
export const NAME_STRIP = 18
/** Narrower clips show no name and no buttons, and much narrower ones no pictures. */
export const NARROW = 24
export const SLIVER = 6
/** Between a clip and its row's edges. */
export const CLIP_MARGIN = 3
