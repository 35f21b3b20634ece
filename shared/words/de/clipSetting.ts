/** Einstellungen eines Clips außer seinen animierten Werten, mitten im Satz. */
export const clipSetting = {
  blendMode: 'Mischmodus',
  effects: 'Effekte',
  enabled: 'Sichtbarkeit',
  fadeIn: 'Einblendung',
  fadeOut: 'Ausblendung',
  name: 'Name',
  speedKeys: 'Geschwindigkeits-Keyframes',
  ties: 'Verknüpfungen',
} as const
