import { ExportDialog } from '../features/export/ExportDialog.tsx'
import { DoctorDialog } from '../features/help/DoctorDialog.tsx'
import { ShortcutsDialog } from '../features/help/ShortcutsDialog.tsx'
import { HistoryDialog } from '../features/history/HistoryDialog.tsx'
import { LookOverDialog } from '../features/inspector/LookOverDialog.tsx'
import { OpenRequestDialog } from '../features/inspector/OpenRequestDialog.tsx'
import { WorkflowDialog } from '../features/inspector/WorkflowDialog.tsx'
import { JobsDialog } from '../features/jobs/JobsDialog.tsx'
import { MatchDialog } from '../features/library/MatchDialog.tsx'
import { LedgerDialog } from '../features/money/LedgerDialog.tsx'
import { Palette } from '../features/palette/Palette.tsx'
import { ProjectsDialog } from '../features/projects/ProjectsDialog.tsx'
import { ProjectSettingsDialog } from '../features/settings/ProjectSettingsDialog.tsx'
import { SettingsDialog } from '../features/settings/SettingsDialog.tsx'
import { FreezeDialog } from '../features/timeline/dialogs/FreezeDialog.tsx'
import { InsertTimeDialog } from '../features/timeline/dialogs/InsertTimeDialog.tsx'
import { PasteAttributesDialog } from '../features/timeline/dialogs/PasteAttributesDialog.tsx'
import { ScaleKeysDialog } from '../features/timeline/dialogs/ScaleKeysDialog.tsx'
import { SpeedDialog } from '../features/timeline/dialogs/SpeedDialog.tsx'
import { openDialog, useSession } from '../store/session.ts'
import { isEnabled, runAction } from './runAction.ts'

/** The one dialog that is open; each is mounted only while it is, so that it starts fresh. */
export function Dialogs() {
  const dialog = useSession((state) => state.dialog)
  const close = (): void => openDialog(null)
  switch (dialog) {
    case null:
      return null
    case 'export':
      return <ExportDialog onClose={close} />
    case 'history':
      return <HistoryDialog onClose={close} />
    case 'settings':
      return <SettingsDialog onClose={close} />
    case 'palette':
      return <Palette run={runAction} isEnabled={isEnabled} onClose={close} />
    case 'projectSettings':
      return <ProjectSettingsDialog onClose={close} />
    case 'speed':
      return <SpeedDialog onClose={close} />
    case 'freeze':
      return <FreezeDialog onClose={close} />
    case 'insertTime':
      return <InsertTimeDialog onClose={close} />
    case 'scaleKeys':
      return <ScaleKeysDialog onClose={close} />
    case 'pasteAttributes':
      return <PasteAttributesDialog onClose={close} />
    case 'matchFootage':
      return <MatchDialog onClose={close} />
    case 'jobs':
      return <JobsDialog onClose={close} />
    case 'ledger':
      return <LedgerDialog onClose={close} />
    case 'workflow':
      return <WorkflowDialog onClose={close} />
    case 'lookOver':
      return <LookOverDialog onClose={close} />
    case 'openRequest':
      return <OpenRequestDialog onClose={close} />
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />
    case 'doctor':
      return <DoctorDialog onClose={close} />
    case 'projects':
      return <ProjectsDialog onClose={close} />
  }
}
