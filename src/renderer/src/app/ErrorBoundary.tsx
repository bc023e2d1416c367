// Owns what is shown when the interface itself fails: words, and a way back. Reports the failure to the local log.
import { Component, type ErrorInfo, type ReactNode } from 'react'
import styles from './FailurePage.module.css'

/** What the boundary needs; texts come ready, since the failure may be in the look-up of texts. */
export interface ErrorBoundaryProps {
  readonly children: ReactNode
  readonly texts: { readonly title: string; readonly explanation: string; readonly reload: string }
  readonly report: (message: string) => void
}

interface ErrorBoundaryState {
  readonly hasFailed: boolean
}

/** Catches a failure anywhere in the interface, so that the window is never blank. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { hasFailed: false }

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { hasFailed: true }
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    this.props.report(`${error.stack ?? error.message}\n${info.componentStack ?? ''}`)
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    const { title, explanation, reload } = this.props.texts
    return <FailurePage title={title} explanation={explanation} button={reload} />
  }
}

/** A page of words in the place of the window, with a button that loads it again. */
export function FailurePage(props: { readonly title: string; readonly explanation: string; readonly button?: string }) {
  return (
    <main className={styles.page} role="alert">
      <h1 className={styles.title}>{props.title}</h1>
      <p className={styles.explanation}>{props.explanation}</p>
      {props.button && (
        <button type="button" className={styles.button} onClick={() => window.location.reload()}>
          {props.button}
        </button>
      )}
    </main>
  )
}
