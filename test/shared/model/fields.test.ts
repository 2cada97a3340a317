import { expect, test } from 'vitest'
import { decimal, duration, edtfDate, id, webAddress } from '../../../shared/model/v1/fields.ts'

const takes = (schema: { safeParse: (value: unknown) => { success: boolean } }, values: string[]) =>
  values.filter(value => !schema.safeParse(value).success)
const refuses = (schema: { safeParse: (value: unknown) => { success: boolean } }, values: string[]) =>
  values.filter(value => schema.safeParse(value).success)

test('dates are EDTF of level 1', () => {
  expect(
    takes(edtfDate, [
      '2025',
      '2025-06',
      '2025-05-03',
      '2025-22',
      '198X',
      '2025-06~',
      '../2025-06',
      '2025-06/..',
      '2025-05-03/2025-05-31',
    ]),
  ).toEqual([])
  expect(
    refuses(edtfDate, [
      '',
      'by June',
      '2025-13',
      '2025-02-30',
      '2025-03-14T10:00',
      '2025-09/2025-07',
      '2025-05-09/2024-04-22',
      '{2025,2026}',
    ]),
  ).toEqual([])
})

test('numbers are decimals written out', () => {
  expect(takes(decimal, ['0', '1.13', '-0.4', '1130000000000'])).toEqual([])
  expect(refuses(decimal, ['', '1,130', '1e3', '.5', '5.', 'NaN', '--1', ' 1'])).toEqual([])
})

test('lengths of time are ISO 8601 durations of whole days or more', () => {
  expect(takes(duration, ['P3M', 'P1Y6M', 'P2W', 'P10D'])).toEqual([])
  expect(refuses(duration, ['', 'P', '3 months', 'PT5H', 'P3M1Y', 'P-1D'])).toEqual([])
})

test('ids are slugs and never paths or names of every object', () => {
  expect(takes(id, ['kato', 'kato-option-2', '財務大臣'])).toEqual([])
  expect(
    refuses(id, ['', '../x', 'a/b', 'A', '-a', 'a-', 'a--b', '__proto__', 'a b', 'x'.repeat(81)]),
  ).toEqual([])
})

test('addresses are of the web', () => {
  expect(takes(webAddress, ['https://example.org/a?b#c', 'http://example.org'])).toEqual([])
  expect(
    refuses(webAddress, ['javascript:alert(1)', 'file:///etc/passwd', 'example.org', 'data:text/html,x']),
  ).toEqual([])
})
