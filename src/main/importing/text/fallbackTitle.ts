// Owns the title of a text that has none: its first sentence, else its file's name. Never looks for a real title.
import { parse } from 'node:path'
import type { Inference } from '@shared/model/article'
import { cutAtWord } from './cutAtWord'

const longestTitle = 120

/** The title to give where no line of the text is one. `text` is the prose without its title. */
export function fallbackTitle(text: string, fileName: string): Inference {
  const beginning = text
    .slice(0, 1_000)
    .trim()
    .replace(/\n[\s\S]*/, '')
  const sentence = /^.{10,}?[.!?…。！？](?=["”’)\]]?(?:\s|$)|\p{Lo})["”’)\]]?/u.exec(beginning)?.[0] ?? beginning
  const title = cutAtWord(sentence.replace(/[.。]$/, '').trim(), longestTitle)
  if (/\p{Letter}/u.test(title)) {
    return { value: title, confidence: 0.4, why: 'No line of the text looks like a title; this is its first sentence' }
  }
  const name = parse(fileName).name || fileName
  return { value: name, confidence: 0.3, why: 'No line of the text looks like a title; this is the name of the file' }
}

/** The first line, where as a whole it would be the title that a text without one is given; else null. */
export function fallbackTitleLine(line: string): Inference | null {
  const title = fallbackTitle(line, '')
  if (title.value !== line || /[,;:.!?…。！？]["”’)\]]*$/.test(line)) return null
  return { ...title, why: 'No line of the text surely is a title; this is its first line' }
}
