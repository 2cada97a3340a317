import type { Signal } from '@preact/signals'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Brief } from '../../shared/model/records.ts'
import { keysOf } from '../app/commands.ts'
import { ShowListButton } from '../app/list-toggle.tsx'
import { openBeside, toggleSourceBeside } from '../beside/beside-actions.ts'
import { isSourceBeside } from '../beside/beside-state.ts'
import { SourceBeside } from '../beside/source-beside.tsx'
import { deleteBrief, duplicateBrief, editBrief } from '../briefs/brief-actions.ts'
import { BriefDetails } from '../briefs/brief-details.tsx'
import { BriefTitle } from '../briefs/brief-title.tsx'
import { isCalm } from '../calm/calm-state.ts'
import { LeaveCalmButton } from '../calm/leave-calm.tsx'
import { useChecks } from '../checks/check-actions.ts'
import { ChecksPanel } from '../checks/checks-panel.tsx'
import { areChecksShown, openFindings } from '../checks/checks-state.ts'
import { useLength } from '../checks/length-actions.ts'
import { useRules } from '../checks/rules-actions.ts'
import { openEvidence } from '../evidence/evidence-actions.ts'
import { Inspector } from '../evidence/inspector.tsx'
import { exportBrief } from '../export/export-brief.ts'
import { showHistory } from '../history/history-actions.ts'
import { showIssue } from '../issuing/issue-brief.ts'
import { IssuedStatus } from '../issuing/issued-status.tsx'
import { togglePreview } from '../paged-view/preview-look.ts'
import { PreviewPane } from '../paged-view/preview-pane.tsx'
import { sideShare } from '../panes/pane-sizes.ts'
import { Separator } from '../panes/separator.tsx'
import { showPerson } from '../people/person-actions.ts'
import { goTo } from '../places/go-to.ts'
import { placeOfWords } from '../search/place-of-words.ts'
import { evidenceForm, isPreviewShown, isReadOnly, lists, openBrief } from '../state/desk.ts'
import { tell } from '../state/notices.ts'
import { Button } from '../ui/button.tsx'
import { paintFirst } from '../ui/paint-first.ts'
import { strings } from '../ui/strings.ts'
import { cursorPlace } from './cursor-place.ts'
import { type BriefEditor, createEditor, type RememberedWriting } from './editor.ts'
import { editorToKeep } from './editor-to-keep.ts'
import { editsToMake } from './edits-to-make.ts'
import { placeToShow } from './finding-to-show.ts'
import { keepPicture } from './keep-picture.ts'
import { shownLine } from './line-to-show.ts'
import { referencesToInsert } from './references-to-insert.ts'
import { shownText } from './text-to-show.ts'
import { shownWords } from './words-to-show.ts'

/** An open brief: its title and details, its text, and the preview beside it. */
export function BriefDesk({ brief }: { brief: Brief }) {
  const [isDetailed, setDetailed] = useState(false)
  const side = isCalm.value ? null : isSourceBeside.value ? 'source' : isPreviewShown.value ? 'preview' : null
  useChecks(brief)
  useLength(brief)
  useRules(brief.template)
  return (
    <div class="brief-desk" data-side={side !== null}>
      <div class="writing">
        <header class="work-bar">
          <ShowListButton />
          <LeaveCalmButton />
          <Button
            label={strings.briefs.details}
            icon="details"
            look="quiet"
            isPressed={isDetailed}
            onPress={() => setDetailed(!isDetailed)}
          />
          <span class="work-bar-gap" />
          <Button
            label={strings.history.title}
            icon="history"
            look="quiet"
            isIconOnly
            keys={keysOf('show-history')}
            onPress={() => void showHistory(brief.id)}
          />
          <Button
            label={strings.briefs.duplicate}
            icon="copy"
            look="quiet"
            isIconOnly
            isDisabled={isReadOnly.value}
            onPress={() => void duplicateBrief(brief.id)}
          />
          <Button
            label={strings.briefs.delete}
            icon="trash"
            look="quiet"
            isIconOnly
            isDisabled={isReadOnly.value}
            onPress={() => void deleteBrief(brief)}
          />
          <Button
            label={strings.briefs.preview}
            icon="preview"
            look="quiet"
            isIconOnly
            isPressed={side === 'preview'}
            keys={keysOf('toggle-preview')}
            onPress={togglePreview}
          />
          <Button
            label={strings.beside.label}
            icon="sources"
            look="quiet"
            isIconOnly
            isPressed={side === 'source'}
            keys={keysOf('toggle-source')}
            onPress={toggleSourceBeside}
          />
          <Button
            label={strings.briefs.export}
            icon="export"
            tip={keysOf('export-brief')}
            onPress={() => void exportBrief(brief)}
          />
          <Button
            label={strings.issuing.issue}
            tip={keysOf('issue-brief')}
            onPress={() => void showIssue()}
          />
        </header>
        <div class="writing-head">
          <div class="writing-column">
            <BriefTitle brief={brief} />
            <IssuedStatus brief={brief} />
            {isDetailed && <BriefDetails brief={brief} />}
          </div>
        </div>
        <EditorPane brief={brief} />
        {areChecksShown.value && <ChecksPanel />}
      </div>
      {side && (
        <div class="side-pane">
          <Separator label={strings.panes.side} size={sideShare} grows="left" />
          {side === 'preview' ? <PreviewPane brief={brief} onChoose={openLinked} /> : <SourceBeside />}
        </div>
      )}
      {evidenceForm.value && (
        <div class="inspector-over">
          <Inspector />
        </div>
      )}
    </div>
  )
}

/** Hears what a signal becomes, and not what it was: a text that was shown once must not be shown again. */
function fromNowOn<T>(source: Signal<T>, hear: (value: T) => void): () => void {
  let isFirst = true
  return source.subscribe(value => {
    if (!isFirst) hear(value)
    isFirst = false
  })
}

/** Where the writing of each brief stood when its editor was left in this session. */
const remembered = new Map<string, RememberedWriting>()

/** Hosts CodeMirror, which owns everything inside it for as long as the brief is open. */
function EditorPane({ brief }: { brief: Brief }) {
  const place = useRef<HTMLDivElement>(null)
  const editor = useRef<BriefEditor | null>(null)

  // Before the next key is heard, which belongs in the text.
  useLayoutEffect(() => {
    if (!place.current) return
    const made = createEditor({
      place: place.current,
      brief: brief.id,
      text: brief.body,
      remembered: remembered.get(brief.id),
      isNew: !remembered.has(brief.id) && brief.createdAt === brief.updatedAt,
      isReadOnly: isReadOnly.value,
      lists: () => lists.value,
      onChange: body => {
        // What came from outside is saved already.
        if (body !== openBrief.value?.body) paintFirst(() => editBrief({ body }))
      },
      onCursor: offset => {
        cursorPlace.value = { brief: brief.id, offset }
      },
      onOpen: openLinked,
      keepPicture,
      onLatePicture: () => tell('problem', strings.editor.pictureTooLate),
      onLatePaste: () => tell('problem', strings.paste.tooLate),
      onPicturesLeftOut: count => tell('info', strings.paste.picturesLeftOut(count)),
    })
    editor.current = made
    editorToKeep.current = made
    // A menu may have been opened while its code was on the way.
    if (!document.activeElement?.closest('[role="menu"]')) made.focus()
    const stops = [
      lists.subscribe(() => made.refreshReferences()),
      fromNowOn(shownText, shown => {
        if (shown?.brief === brief.id) made.showText(shown.text)
      }),
      openFindings.subscribe(checked => {
        if (checked?.body === openBrief.value?.body) made.showFindings(checked?.findings ?? [])
      }),
      placeToShow.subscribe(place => {
        if (place?.brief !== brief.id) return
        made.selectFinding(place.finding)
        placeToShow.value = null
      }),
      fromNowOn(editsToMake, mend => {
        if (mend?.brief === brief.id) made.edit(mend.edits)
      }),
      referencesToInsert.subscribe(asked => {
        if (asked?.brief !== brief.id) return
        made.link(asked.items)
        referencesToInsert.value = null
      }),
      shownLine.subscribe(line => {
        if (line?.brief !== brief.id) return
        made.showLine(line.line)
        shownLine.value = null
      }),
      shownWords.subscribe(shown => {
        if (shown?.brief !== brief.id) return
        made.showWords(placeOfWords(openBrief.value?.body ?? brief.body, shown.place, shown.words))
        shownWords.value = null
      }),
    ]
    return () => {
      for (const stop of stops) stop()
      remembered.set(brief.id, made.remember())
      void made.keepSteps()
      editorToKeep.current = null
      made.destroy()
    }
  }, [])

  return <div class="editor-pane" ref={place} />
}

/** Opens what a reference links: a person's page, another brief, a source or a piece of evidence beside the text. */
function openLinked(id: string): void {
  const isOf = (records: readonly { id: string }[]) => records.some(record => record.id === id)
  if (isOf(lists.value.people)) showPerson(id)
  else if (isOf(lists.value.sources)) openBeside(id)
  else if (isOf(lists.value.briefs)) goTo({ room: 'briefs', open: id })
  else openEvidence(id)
}
