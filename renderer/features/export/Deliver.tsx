import styles from './Export.module.css'
import { ExportForm } from './ExportForm.tsx'
import { ExportJobs } from './ExportJobs.tsx'

/** The side panel of the Deliver workspace. */
export function Deliver() {
  return (
    <div className={styles.panel}>
      <ExportForm />
      <ExportJobs />
    </div>
  )
}
