// Owns the way of a request from a sender to its handler and back as an envelope. Knows no transport and no use case.
import * as v from 'valibot'
import { AppError, toAppError } from '@shared/errors'
import { requestChannels, type RequestChannel } from '@shared/ipc/channels'
import { requestContract, type RequestHandlers } from '@shared/ipc/contract'
import { errorEnvelope, okEnvelope, type Envelope } from '@shared/ipc/envelope'

/** What the router needs. */
export interface RouterDependencies {
  readonly handlers: RequestHandlers
  /** Also checks what handlers return; for tests and development, since it costs time on long lists. */
  readonly checksOutput: boolean
  /** Told of failures that no handler expected. */
  readonly log: (message: string, error: unknown) => void
}

/** Answers requests. */
export interface Router {
  /**
   * Answers one request. Never rejects: a refused sender, an unknown name, a wrong input and every failure come back as
   * an error envelope. Unexpected failures are logged and cross as `internal`.
   * @param isTrustedSender whether the shell knows the sender as its own window
   */
  readonly dispatch: (channel: unknown, input: unknown, isTrustedSender: boolean) => Promise<Envelope<unknown>>
}

const knownChannels = new Set<unknown>(requestChannels)

function isRequestChannel(channel: unknown): channel is RequestChannel {
  return knownChannels.has(channel)
}

/** Makes the router of one set of handlers. */
export function createRouter({ handlers, checksOutput, log }: RouterDependencies): Router {
  const answer = async (channel: RequestChannel, input: unknown): Promise<unknown> => {
    const schemas = requestContract[channel]
    const parsed = v.safeParse(schemas.input, input)
    if (!parsed.success) throw new AppError('invalid_input', `${channel}: ${v.summarize(parsed.issues)}`)
    // The contract pairs the parsed input with its handler; TypeScript cannot follow the pair through the union.
    const handle = handlers[channel] as (parsedInput: unknown) => unknown
    const value = await handle(parsed.output)
    if (!checksOutput) return value
    const checked = v.safeParse(schemas.output, value)
    if (!checked.success) throw new AppError('invalid_output', `${channel}: ${v.summarize(checked.issues)}`)
    return checked.output
  }
  return {
    dispatch: async (channel, input, isTrustedSender) => {
      if (!isTrustedSender) return errorEnvelope(new AppError('sender_refused', 'This sender may not ask'))
      if (!isRequestChannel(channel)) {
        return errorEnvelope(new AppError('unknown_channel', `There is no request ${String(channel).slice(0, 80)}`))
      }
      try {
        return okEnvelope(await answer(channel, input))
      } catch (error) {
        if (!(error instanceof AppError)) log(`${channel} failed`, error)
        else if (error.code === 'invalid_output') log(error.message, error)
        return errorEnvelope(toAppError(error))
      }
    }
  }
}
