import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFailures } from '../../../main/failures/failures.ts'
import { openLog } from '../../../main/failures/log-file.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

const begin = Date.UTC(2025, 4, 3, 10)

describe('the log', () => {
  it('begins anew once it is full, and keeps the two before', () => {
    const folder = join(temporaryFolder(), 'logs')
    const log = openLog(folder, () => new Date(begin), 100)
    for (let number = 1; number <= 9; number++) log.write([`entry ${number} ${'x'.repeat(40)}`])
    expect(readdirSync(folder).sort()).toEqual(['log-1.txt', 'log-2.txt', 'log.txt'])
    const kept = [...log.read().matchAll(/entry (\d)/g)].map(([, number]) => Number(number))
    // Two a file: the first entries are gone, and the last are there in their order.
    expect(kept).toEqual([5, 6, 7, 8, 9])
    expect(log.read()).toMatch(/^2025-05-03T10:00:00\.000Z entry 5/)
  })

  it('that cannot be written stops nothing', () => {
    const folder = join(temporaryFolder(), 'logs')
    writeFileSync(folder, 'a file in its place')
    const log = openLog(folder, () => new Date(begin))
    log.write(['entry'])
    expect(log.read()).toBe('')
  })
})

describe('failures', () => {
  function opened() {
    const folder = temporaryFolder()
    let time = begin
    const report = join(folder, 'report.txt')
    const log = openLog(join(folder, 'logs'), () => new Date(time))
    const asked: string[] = []
    const failures = openFailures({
      log,
      about: 'version 1.0.0',
      chooseReport: async name => {
        asked.push(name)
        return report
      },
      now: () => new Date(time),
    })
    const pass = (milliseconds: number) => {
      time += milliseconds
    }
    return { failures, log, report, asked, folder, pass }
  }

  it('are saved to a file with what runs, and only where somebody asks', async () => {
    const { failures, report, asked, folder } = opened()
    failures.note(new TypeError('Minister is not a function'))
    failures.noteEnd('oom', 5)
    expect(readdirSync(folder)).toEqual(['logs'])
    expect(await failures.save()).toBe(report)
    expect(asked).toEqual(['dispatch-box-report-2025-05-03.txt'])
    const text = readFileSync(report, 'utf8')
    expect(text).toMatch(/^Dispatch Box: version 1\.0\.0\n\n/)
    expect(text).toMatch(/Z begun: version 1\.0\.0\n.*Z main: TypeError\n/)
    expect(text).toContain('window process: ended (oom, 5)')
    expect(text).not.toContain('Minister')
  })

  it('that come again and again are written once a minute', () => {
    const { failures, log, pass } = opened()
    const fault = { name: 'RangeError', message: '', stack: '' }
    for (let times = 0; times < 100; times++) failures.noteInWindow(fault)
    expect(log.read().match(/RangeError/g)).toHaveLength(1)
    pass(61_000)
    failures.noteInWindow(fault)
    expect(log.read().match(/RangeError/g)).toHaveLength(2)
  })

  it('leave no file where nothing fails', () => {
    const { folder } = opened()
    mkdirSync(join(folder, 'other'))
    expect(readdirSync(folder)).toEqual(['other'])
  })
})
