// The pages of the open brief, printed in the main process once nothing was typed for a while. Those before stay until
// the next are there.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Brief } from '../../shared/model/records.ts'
import { request } from '../bridge/bridge.ts'
import { preferredPaper } from '../preferences/preferences-state.ts'
import { areListsWhole, lists } from '../state/desk.ts'
import { strings } from '../ui/strings.ts'
import { type OpenPages, openPages } from './open-pages.ts'

/** Milliseconds without a key before the pages are printed: sooner than they are counted, so that one print serves both. */
const pause = 700

export type PagesInPrint = {
  pages: OpenPages | null
  /** While newer ones are on their way. */
  isPrinting: boolean
  /** Why the newest could not be shown; a sentence. */
  problem: string | null
  retry: () => void
}

/** Keeps the pages up with a brief, and with the records it may rest on, for as long as they are looked at. */
export function usePagesInPrint(brief: Brief): PagesInPrint {
  const [shown, setShown] = useState<{ print: string; pages: OpenPages } | null>(null)
  const [isPrinting, setPrinting] = useState(true)
  const [problem, setProblem] = useState<string | null>(null)
  const [tries, setTries] = useState(0)
  const newest = useRef({ asked: 0, answered: 0, print: '', isGone: false })
  const records = lists.value
  const isReady = areListsWhole.value
  const paper = preferredPaper.value
  const { id, title, body, marking, template, date, dueOn, reference } = brief

  useEffect(() => {
    if (!isReady) return
    const waiting = setTimeout(() => void ask(), newest.current.asked === 0 ? 0 : pause)
    return () => clearTimeout(waiting)
  }, [id, title, body, marking, template, date, dueOn, reference, records, isReady, paper, tries])

  useEffect(() => {
    newest.current.isGone = false
    return () => {
      newest.current.isGone = true
    }
  }, [])
  // Those before are let go of once nothing draws them any more.
  useEffect(() => () => void shown?.pages.close(), [shown])

  async function ask(): Promise<void> {
    const state = newest.current
    state.asked += 1
    const turn = state.asked
    setPrinting(true)
    const result = await request('brief.pages', {
      id,
      fields: { body, marking, template, date, dueOn, reference },
    })
    const reason = result.ok ? await show(result.value, turn) : result.problem.message
    if (state.isGone || turn !== state.asked) return
    setPrinting(false)
    setProblem(reason)
  }

  /** Why it could not be shown; null where it is, or where newer pages come in its place. */
  async function show(
    answer: { print: string; pdf: Uint8Array } | null,
    turn: number,
  ): Promise<string | null> {
    const state = newest.current
    if (answer === null || turn < state.answered || state.isGone) return null
    state.answered = turn
    if (answer.print === state.print) return null
    try {
      const pages = await openPages(answer.pdf)
      // Opened last, older pages must not come in the place of newer ones.
      if (state.isGone || turn < state.answered) await pages.close()
      else {
        state.print = answer.print
        setShown({ print: answer.print, pages })
      }
      return null
    } catch (error) {
      console.error(error)
      return strings.pagedView.notRead((error as Error).message.replace(/\.$/, ''))
    }
  }

  return { pages: shown?.pages ?? null, isPrinting, problem, retry: () => setTries(tries + 1) }
}
