/** The monitor: the program, or an asset in its place while one is open. */
import { useEffect } from 'react'
import { settingsOf } from '../../../shared/model/select.ts'
import { programPlayer, sourcePlayer } from '../../playback/players.ts'
import { useDocument } from '../../store/document.ts'
import { sourcePlayhead } from '../../store/playhead.ts'
import { useSession } from '../../store/session.ts'
import { ProgramMonitor } from './ProgramMonitor.tsx'
import { SourceMonitor } from './SourceMonitor.tsx'

export function Viewer() {
  const project = useDocument((state) => state.project)
  const source = useSession((state) => state.source)
  const asset = source === null ? undefined : project?.assets.get(source)

  // Only one of the two is heard, and an asset opens at its beginning.
  useEffect(() => {
    programPlayer.setSpeed(0)
    sourcePlayer.setSpeed(0)
    if (source !== null) sourcePlayhead.setState({ frame: 0 })
  }, [source])
  useEffect(
    () => () => {
      programPlayer.setSpeed(0)
      sourcePlayer.setSpeed(0)
    },
    [],
  )
  if (!project) return null
  if (asset) return <SourceMonitor key={asset.id} project={project} asset={asset} />
  // Another project is another monitor: the decoders of the one before are given back.
  return <ProgramMonitor key={settingsOf(project).id} project={project} />
}
