import { useComputed } from '@preact/signals'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { type Section, sectionAt, sectionsOf } from '../../shared/markdown/sections.ts'
import { keysOf } from '../app/commands.ts'
import { focusEditor } from '../app/focus-work.ts'
import { cursorPlace } from '../editor/cursor-place.ts'
import { isReadOnly, openBrief } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { strings } from '../ui/strings.ts'
import { dropSection, goToSection, stepSection } from './outline-actions.ts'
import { isOutlineShown } from './outline-state.ts'

const texts = strings.outline

/** The headings of the open brief as a tree, in the place of the list. */
export function Outline() {
  const sections = useComputed(() => sectionsOf(openBrief.value?.body ?? '')).value
  const cursor = cursorPlace.value
  const current = cursor?.brief === openBrief.value?.id ? sectionAt(sections, cursor?.offset ?? 0) : -1
  return (
    <section class="list-column outline" aria-label={texts.title}>
      <header class="list-head">
        <h1>{texts.title}</h1>
        <Button
          label={texts.hide}
          icon="close"
          look="quiet"
          isIconOnly
          keys={keysOf('toggle-outline')}
          onPress={() => {
            isOutlineShown.value = false
            focusEditor()
          }}
        />
      </header>
      {sections.length === 0 ? (
        <p class="outline-none">{texts.none}</p>
      ) : (
        <Tree sections={sections} current={current} />
      )}
    </section>
  )
}

function Tree({ sections, current }: { sections: readonly Section[]; current: number }) {
  const tree = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<number | null>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  /** Before which section what is dragged would come. */
  const [dropAt, setDropAt] = useState<number | null>(null)
  const active = Math.min(chosen ?? Math.max(0, current), sections.length - 1)
  const hasKeyboard = tree.current?.contains(document.activeElement) === true

  useLayoutEffect(() => {
    if (hasKeyboard) items()[active]?.focus()
  }, [active, hasKeyboard, sections])
  useLayoutEffect(() => {
    if (!hasKeyboard) items()[current]?.scrollIntoView({ block: 'nearest' })
  }, [current, hasKeyboard])

  const items = () => [...(tree.current?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? [])]

  const onKeyDown = (event: KeyboardEvent) => {
    const go = destination(event, sections, active)
    const section = sections[active]
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      const at = stepSection(active, event.key === 'ArrowUp' ? -1 : 1)
      if (at !== null) setChosen(at)
    } else if (go !== null) setChosen(go)
    else if ((event.key === 'Enter' || event.key === ' ') && section) goToSection(section)
    else if (event.key === 'Escape') focusEditor()
    else return
    event.preventDefault()
  }

  const onClick = ({ target }: MouseEvent) => {
    const row = (target as Element).closest<HTMLElement>('[role="treeitem"]')
    const index = row ? items().indexOf(row) : -1
    const section = sections[index]
    if (section) goToSection(section)
  }

  const drop = (event: DragEvent) => {
    event.preventDefault()
    if (dragged !== null && dropAt !== null) dropSection(dragged, dropAt)
    setDragged(null)
    setDropAt(null)
  }

  return (
    <>
      <div
        ref={tree}
        class="rows"
        role="tree"
        aria-label={texts.title}
        aria-describedby="outline-keys"
        onClick={onClick}
        onKeyDown={onKeyDown}
        onFocusOut={event => {
          const next = event.relatedTarget
          if (!(next instanceof Node && tree.current?.contains(next))) setChosen(null)
        }}
        onDrop={drop}
        onDragLeave={() => setDropAt(null)}
      >
        {sections.map((section, index) => (
          <div
            key={index}
            role="treeitem"
            class={`outline-row outline-level-${section.level}`}
            tabIndex={index === active ? 0 : -1}
            aria-level={section.level}
            aria-current={index === current ? 'location' : undefined}
            aria-selected={index === active}
            data-drop={
              dropAt === index
                ? 'before'
                : dropAt === index + 1 && dropAt === sections.length
                  ? 'after'
                  : undefined
            }
            draggable={!isReadOnly.value}
            dir="auto"
            onFocus={() => setChosen(index)}
            onDragStart={event => {
              event.dataTransfer?.setData('text/plain', section.words)
              setDragged(index)
            }}
            onDragEnd={() => {
              setDragged(null)
              setDropAt(null)
            }}
            onDragOver={event => {
              if (dragged === null) return
              event.preventDefault()
              const { top, height } = event.currentTarget.getBoundingClientRect()
              setDropAt(event.clientY < top + height / 2 ? index : index + 1)
            }}
          >
            {section.words === '' ? texts.untitled : section.words}
          </div>
        ))}
      </div>
      <p id="outline-keys" class="outline-keys">
        {texts.keys}
      </p>
    </>
  )
}

/** Where a key leads in a tree whose branches are all open; null where it leads nowhere. */
function destination(event: KeyboardEvent, sections: readonly Section[], active: number): number | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null
  const last = sections.length - 1
  const level = sections[active]?.level ?? 1
  switch (event.key) {
    case 'ArrowDown':
      return Math.min(active + 1, last)
    case 'ArrowUp':
      return Math.max(active - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return last
    case 'ArrowLeft':
      return Math.max(
        sections.slice(0, active).findLastIndex(each => each.level < level),
        0,
      )
    case 'ArrowRight':
      return (sections[active + 1]?.level ?? 0) > level ? active + 1 : active
  }
  if (event.key.length !== 1 || event.key === ' ') return null
  const begins = ({ words }: Section) => words.toLowerCase().startsWith(event.key.toLowerCase())
  const after = sections.findIndex((each, index) => index > active && begins(each))
  const found = after === -1 ? sections.findIndex(begins) : after
  return found === -1 ? active : found
}
