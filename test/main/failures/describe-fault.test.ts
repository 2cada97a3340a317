import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeFault, faultOf } from '../../../main/failures/describe-fault.ts'

const where = [
  '    at saveBrief (file:///home/anna/Box/resources/app.asar/out/main/main-DWyjDfRr.js:12:34)',
  '    at async Object.answer [as ask] (/home/anna/Box/out/main/main-DWyjDfRr.js:5:6)',
  '    at app://window/assets/index-C8WZ7oDP.js:1:999',
  '    at readFile (node:internal/fs/promises:7:8)',
  '    at stranger (/home/anna/plans/minister.js:1:1)',
].join('\n')

describe('a fault in the log', () => {
  it('says what it was and where in the app, without the folders that the app lies in', () => {
    const message = "Cannot read properties of undefined (reading 'minister-resigns')"
    expect(describeFault({ name: 'TypeError', message, stack: `TypeError: ${message}\n${where}` })).toEqual([
      'TypeError: Cannot read properties of undefined',
      '    at saveBrief (out/main/main-DWyjDfRr.js:12:34)',
      '    at Object.answer (out/main/main-DWyjDfRr.js:5:6)',
      '    at a function without a name (assets/index-C8WZ7oDP.js:1:999)',
      '    at readFile (node:internal/fs/promises:7:8)',
    ])
  })

  it('says what the disk answered, and not for which file', () => {
    const error = Object.assign(new Error("ENOENT: no such file, open '/home/anna/minister.md'"), {
      code: 'ENOENT',
      syscall: 'open',
    })
    expect(describeFault({ ...faultOf(error), stack: '' })).toEqual(['Error ENOENT open'])
  })

  it('takes no line of a message for a place', () => {
    const message = 'The minister\n    at Downing Street (out/main/resigns.js:1:1)'
    expect(
      describeFault({ name: 'Error', message, stack: `Error: ${message}\n${where}` }).join('\n'),
    ).not.toMatch(/Downing|resigns/)
  })

  it('tells no place where the message was changed since, so that it cannot be told from the places', () => {
    const stack = `Error: The minister\n    at Downing (out/main/main.js:1:1)\n${where}`
    expect(describeFault({ name: 'Error', message: 'Changed', stack })).toEqual(['Error'])
  })

  it('says of what is no error only what kind of thing it is', () => {
    expect(describeFault(faultOf('The minister resigns'))).toEqual(['thrown string'])
  })

  it('holds no word of a message, whatever the message is', () => {
    // A word of letters that no sentence of the log has.
    const secret = 'Zzyzx'
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.constantFrom('Error', 'SyntaxError', secret),
        fc.constantFrom('', '\n    at ', ' (out/main/', "Cannot read properties of undefined (reading '"),
        (before, after, name, lure) => {
          const message = `${lure}${before}${secret} ${after}`
          const said = describeFault({
            name: `${name} ${message}`,
            message,
            stack: `${name}: ${message}\n${where}`,
          })
          expect(said.join('\n')).not.toContain(secret)
        },
      ),
    )
  })

  it('of an error that was really thrown, tells the place', () => {
    const thrown = (() => {
      try {
        return JSON.parse('The minister resigns')
      } catch (error) {
        return error
      }
    })()
    const said = describeFault(faultOf(thrown))
    expect(said[0]).toBe('SyntaxError')
    expect(said.join('\n')).not.toContain('minister')
  })
})
