/** What the monitor cannot show, and why; what it shows by a proxy because it has to. */
import { useTranslation } from 'react-i18next'
import type { Asset } from '../../../shared/model/asset.ts'
import { call } from '../../bridge/keyreel.ts'
import type { Shortcomings } from '../../playback/prepare.ts'
import { useMedia } from '../../store/media.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Viewer.module.css'

export function Notes({ failures, standIns }: Shortcomings) {
  const byKey = useMedia((state) => state.byKey)
  if (failures.length === 0 && standIns.length === 0) return null
  const isGone = ({ mediaKey, missing }: Asset): boolean =>
    missing !== undefined || byKey[mediaKey]?.online === false
  const gone = failures.filter(isGone)
  return (
    <div className={styles.notes}>
      {gone.length > 0 && <Missing assets={gone} />}
      {failures
        .filter((asset) => !isGone(asset))
        .map((asset) => (
          <NotDecoded key={asset.id} asset={asset} />
        ))}
      {standIns.length > 0 && <StandIns assets={standIns} />}
    </div>
  )
}

const namesOf = (assets: readonly Asset[]): string =>
  [...new Set(assets.map(({ name }) => name))].join(', ')

function Missing({ assets }: { readonly assets: readonly Asset[] }) {
  const { t } = useTranslation()
  return (
    <p role="alert" className={styles.missing}>
      {t('viewer.missingNames', { names: namesOf(assets) })}
    </p>
  )
}

/** Its file is there and the window cannot decode it: a proxy is on its way, or can be asked for. */
function NotDecoded({ asset }: { readonly asset: Asset }) {
  const { t } = useTranslation()
  const proxy = useMedia((state) => state.byKey[asset.mediaKey]?.proxy)
  if (proxy === 'queued' || proxy === 'running') {
    return (
      <p role="status" className={styles.note}>
        {t('viewer.proxyComing', { name: asset.name })}
      </p>
    )
  }
  return (
    <div role="alert" className={styles.missing}>
      {t('viewer.notDecoded', { name: asset.name })}{' '}
      <Button onClick={() => void call('media:makeProxies', { mediaKeys: [asset.mediaKey] })}>
        {t('viewer.makeProxy')}
      </Button>
    </div>
  )
}

function StandIns({ assets }: { readonly assets: readonly Asset[] }) {
  const { t } = useTranslation()
  return (
    <p role="status" className={styles.note}>
      {t('viewer.standIn', { names: namesOf(assets) })}
    </p>
  )
}
