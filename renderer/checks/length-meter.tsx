import { openBrief } from '../state/desk.ts'
import { strings } from '../ui/strings.ts'
import { measuredBrief } from './length-actions.ts'

/** How long the open brief is against what its form allows, in the status line; nothing where the form sets no limit. */
export function LengthMeter() {
  const measured = measuredBrief.value
  if (measured === null || measured.brief !== openBrief.value?.id || measured.length === null) return null
  const { pages, bottomLine } = measured.length
  const texts = strings.length
  return (
    <>
      {bottomLine && (
        <span
          class={`number length${bottomLine.isTooLong ? ' length-over' : ''}`}
          title={(bottomLine.isTooLong ? texts.bottomLineTooLong : texts.bottomLineTip)(bottomLine.heading)}
        >
          {texts.bottomLine(bottomLine.heading, bottomLine.words, bottomLine.limit)}
        </span>
      )}
      {pages && (
        <span
          class={`number length${pages.isTooLong ? ' length-over' : ''}`}
          title={pagesTip(pages, measured.problem)}
        >
          {texts.pages(pages.counted, pages.limit)}
        </span>
      )}
    </>
  )
}

function pagesTip(pages: { isOfThisText: boolean; isTooLong: boolean }, problem: string | null): string {
  const texts = strings.length
  if (problem !== null) return texts.notCounted(problem)
  if (!pages.isOfThisText) return texts.counting
  return pages.isTooLong ? texts.tooManyPages : texts.pagesTip
}
