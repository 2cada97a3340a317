import { useLayoutEffect, useRef } from 'preact/hooks'
import { keysOf } from '../app/commands.ts'
import { nameOfPlace } from '../places/place-names.ts'
import type { Place } from '../places/trail.ts'
import { Button } from '../ui/button.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { strings } from '../ui/strings.ts'
import { closeTab, hasTabs, newTab, showTab } from './tab-actions.ts'
import { tabs } from './tabs-state.ts'

const texts = strings.tabs

/**
 * What is kept at hand beside what is in sight, as the ARIA Authoring Practices describe tabs that can be closed: the
 * arrows, Home and End go from tab to tab, Enter shows one, Delete closes it. Nothing while there is one alone.
 */
export function TabStrip() {
  const strip = useRef<HTMLDivElement>(null)
  const { all, front } = tabs.value
  useLayoutEffect(() => {
    strip.current
      ?.querySelector('[aria-selected="true"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [front, all.length])
  if (!hasTabs()) return null

  const focus = (index: number) =>
    strip.current?.querySelectorAll<HTMLElement>('[role="tab"]')[(index + all.length) % all.length]?.focus()
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const place = all[index]
    if (!place || event.ctrlKey || event.metaKey || event.altKey) return
    const to = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: all.length - 1 }[event.key]
    if (to !== undefined) focus(to)
    else if (event.key === 'Enter' || event.key === ' ') showTab(place)
    else if (event.key === 'Delete') {
      // The last but one takes the strip with it.
      if (all.length === 2) closeTab(place)
      else closeTab(place, () => requestAnimationFrame(() => focus(Math.min(index, all.length - 2))))
    } else return
    event.preventDefault()
  }
  return (
    <nav class="tab-strip" aria-label={texts.label}>
      <div ref={strip} class="tabs" role="tablist" aria-label={texts.label}>
        {all.map((place, index) => (
          <Tab
            key={`${place.room} ${place.open}`}
            place={place}
            isFront={index === front}
            onKeyDown={event => onKeyDown(event, index)}
          />
        ))}
      </div>
      <Button
        label={texts.new}
        icon="plus"
        look="quiet"
        isIconOnly
        keys={keysOf('new-tab')}
        onPress={newTab}
      />
    </nav>
  )
}

function Tab(props: { place: Place; isFront: boolean; onKeyDown: (event: KeyboardEvent) => void }) {
  const { place, isFront } = props
  const name = nameOfPlace(place)
  return (
    <div
      class="tab"
      role="tab"
      tabIndex={isFront ? 0 : -1}
      aria-selected={isFront}
      aria-keyshortcuts="Delete"
      title={name}
      onKeyDown={props.onKeyDown}
      onClick={() => !isFront && showTab(place)}
      onAuxClick={event => {
        if (event.button === 1) closeTab(place)
      }}
    >
      <Icon name={iconOf(place)} />
      <span class="tab-name">{name}</span>
      {/* For the mouse: by the keyboard it is Delete, and a tab holds no button. */}
      <span
        class="tab-close"
        aria-hidden="true"
        title={`${texts.close}  ${isFront ? keysOf('close-tab') : ''}`}
        onClick={event => {
          event.stopPropagation()
          closeTab(place)
        }}
      >
        <Icon name="close" />
      </span>
    </div>
  )
}

function iconOf({ room, open }: Place): IconName {
  if (open === null) return room
  return room === 'sources' ? 'source' : room === 'people' ? 'person' : room
}
