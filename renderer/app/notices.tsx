import { useState } from 'preact/hooks'
import { showRecovery } from '../recovery/recovery-actions.ts'
import { description } from '../state/desk.ts'
import { dismissNotice, notices } from '../state/notices.ts'
import { Button } from '../ui/button.tsx'
import { strings } from '../ui/strings.ts'

/** More would hide the work. */
const mostShown = 2

/** What was said in passing, newest last, in the corner of the window. */
export function NoticeList() {
  const more = notices.value.length - mostShown
  return (
    <div class="notices" aria-live="polite" role="log">
      {more > 0 && (
        <div class="notice notice-more">
          <p>{strings.notices.more(more)}</p>
          <Button
            label={strings.notices.dismissAll}
            look="quiet"
            onPress={() => {
              notices.value = []
            }}
          />
        </div>
      )}
      {notices.value.slice(-mostShown).map(notice => (
        <div
          key={notice.id}
          class={`notice notice-${notice.tone}`}
          role={notice.tone === 'problem' ? 'alert' : undefined}
        >
          <div class="notice-words">
            <p>{notice.text}</p>
            {notice.lines.map(line => (
              <p key={line} class="notice-line">
                {line}
              </p>
            ))}
          </div>
          {notice.action && (
            <Button
              label={notice.action.label}
              look="quiet"
              onPress={() => {
                dismissNotice(notice.id)
                notice.action?.onPress()
              }}
            />
          )}
          <Button
            label={strings.actions.dismiss}
            icon="close"
            look="quiet"
            isIconOnly
            onPress={() => dismissNotice(notice.id)}
          />
        </div>
      ))}
    </div>
  )
}

/** What is the matter with the library as a whole: read-only, or files that were set aside. */
export function LibraryBanner() {
  const [isDismissed, setDismissed] = useState(false)
  const { whyReadOnly = null, setAside = [] } = description.value ?? {}
  return (
    <>
      {whyReadOnly && (
        <p class="banner" role="status">
          {strings.library.readOnly(whyReadOnly.what, whyReadOnly.remedy)}
        </p>
      )}
      {setAside.length > 0 && !isDismissed && (
        <div class="banner" role="status">
          <p>{strings.recovery.banner(setAside.length)}</p>
          <div class="banner-ways">
            <Button label={strings.recovery.show} onPress={() => void showRecovery()} />
            <Button
              label={strings.actions.dismiss}
              icon="close"
              look="quiet"
              isIconOnly
              onPress={() => setDismissed(true)}
            />
          </div>
        </div>
      )}
    </>
  )
}
