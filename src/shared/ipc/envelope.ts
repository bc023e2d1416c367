// Owns the only shape in which an answer crosses between processes. Holds no logic but making and opening it.
import { AppError, errorCodes, type ErrorCode } from '../errors'

/** The answer to a request: the value, or the code and words of an expected failure. */
export type Envelope<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'error'; readonly error: { readonly code: ErrorCode; readonly message: string } }

/** Wraps a value. */
export function okEnvelope<Value>(value: Value): Envelope<Value> {
  return { kind: 'ok', value }
}

/** Wraps a failure; only its code and words cross, never a stack or a cause. */
export function errorEnvelope(error: AppError): Envelope<never> {
  return { kind: 'error', error: { code: error.code, message: error.message } }
}

/** The value inside, or throws the AppError inside. A malformed envelope throws `internal`. */
export function openEnvelope<Value>(envelope: Envelope<Value>): Value {
  if (envelope?.kind === 'ok') return envelope.value
  const code = envelope?.error?.code
  throw new AppError(
    errorCodes.includes(code) ? code : 'internal',
    envelope?.error?.message ?? 'The answer could not be read'
  )
}
