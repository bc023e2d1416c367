// Owns the one-line account of an import: "12 added, 1 already there, 2 failed". Pure.
import type { TFunction } from 'i18next'
import type { ImportSummary, ImportTotals } from '@shared/model/importing'
import type { Formats } from '../../i18n/format'

/** How many files an import took in, whatever became of them. */
export function countFiles(totals: ImportTotals): number {
  return totals.imported + totals.updated + totals.duplicate + totals.stub + totals.failed
}

/** The account in words; what did not happen is left out. */
export function describeTotals(t: TFunction, formats: Formats, totals: ImportTotals): string {
  const parts = [
    ['added', totals.imported],
    ['updated', totals.updated],
    ['duplicate', totals.duplicate],
    ['stub', totals.stub],
    ['failed', totals.failed]
  ] as const
  const said = parts
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => t(`importing.${kind}`, { count, formatted: formats.number(count) }))
  return said.length > 0 ? said.join(', ') : t('importing.nothing')
}

/** How an import ended: its account, and first of all that it was stopped, where it was. */
export function describeEnd(t: TFunction, formats: Formats, summary: Pick<ImportSummary, 'state' | 'totals'>): string {
  const account = describeTotals(t, formats, summary.totals)
  return summary.state === 'cancelled' ? `${t('importing.cancelled')}: ${account}` : account
}
