/** Media that are not where they were: which they are, and finding them again in a folder that the person chooses. */
import { call } from '../../bridge/keyreel.ts'
import { i18n } from '../../i18n/i18n.ts'
import { errorInWords } from '../../i18n/inWords.ts'
import { committedProject } from '../../store/document.ts'
import { useMedia } from '../../store/media.ts'
import { useImports } from './imports.ts'

/** Keys of the project's media whose files cannot be found now, each once. */
function missingKeys(): string[] {
  const { byKey } = useMedia.getState()
  const keys = [...committedProject().assets.values()].map(({ mediaKey }) => mediaKey)
  return [...new Set(keys)].filter((key) => byKey[key]?.online === false)
}

/** Looks for all of them, or for those given: files come back whatever they are called now, by their content. */
export async function relinkMissing(mediaKeys: readonly string[] = missingKeys()): Promise<void> {
  if (mediaKeys.length === 0) {
    useImports.setState({ told: i18n.t('library.nothingMissing'), refused: [] })
    return
  }
  useImports.setState({ isBusy: true, told: null, refused: [] })
  try {
    const result = await call('media:relink', { mediaKeys: [...mediaKeys] })
    const { found, missing } = result ?? { found: [], missing: [] }
    useImports.setState({
      isBusy: false,
      told: found.length > 0 ? i18n.t('library.relinked', { count: found.length }) : null,
      refused: missing.map(({ name, isOther }) => ({
        name,
        message: i18n.t(isOther ? 'library.otherContent' : 'library.notFoundThere', { name }),
      })),
    })
  } catch (error) {
    useImports.setState({ isBusy: false, refused: [{ name: '', message: errorInWords(error) }] })
  }
}
