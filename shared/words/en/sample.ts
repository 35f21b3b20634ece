/** The words in the sample project and in the demo's edit. */
export const sample = {
  meadow: 'Meadow',
  flowers: 'Flowers',
  bird: 'Bird',
  bridge: 'Bridge',
  prompt: 'The camera drifts slowly across the meadow, from one moment to the next.',
  marker: 'Generate this shot',
  demo: 'Demo',
  closer: 'Meadow, closer',
  madeHere: 'Made on the spot',
} as const
