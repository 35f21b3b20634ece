/** A patch as the fields of a record: what it does not say stays away, null takes an optional field away. */
export function definedIn<P extends object>(
  patch: P,
): { [K in keyof P]?: Exclude<P[K], undefined | null> } {
  return Object.fromEntries(
    Object.entries(patch)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [field, value ?? undefined]),
  ) as { [K in keyof P]?: Exclude<P[K], undefined | null> }
}
