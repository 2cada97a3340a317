import { expect, test } from 'vitest'
import { linkTarget, withoutTracking } from '../../../../main/capture/web/tracking.ts'

test.each([
  ['https://a.example/x?utm_source=mail&id=5&fbclid=Iw&UTM_Campaign=y', 'https://a.example/x?id=5'],
  ['https://a.example/x?gclid=1#section', 'https://a.example/x#section'],
  ['https://a.example/x?mc_cid=1&mc_eid=2', 'https://a.example/x'],
  ['https://a.example/x?q=a%20b&&flag&page=2', 'https://a.example/x?q=a%20b&&flag&page=2'],
  ['https://a.example/x#:~:text=words', 'https://a.example/x'],
  [
    'https://a.example/x?url=https://b.example/?utm_source=x',
    'https://a.example/x?url=https://b.example/?utm_source=x',
  ],
  ['https://a.example/x?%=1', 'https://a.example/x?%=1'],
])('%s is kept as %s', (address, kept) => {
  expect(withoutTracking(address)).toBe(kept)
})

test('a link leads to a web or mail address, or nowhere', () => {
  expect(linkTarget('../b?utm_term=1', 'https://a.example/x/y')).toBe('https://a.example/b')
  expect(linkTarget('b', null)).toBeNull()
  expect(linkTarget('javascript:alert(1)', 'https://a.example')).toBeNull()
  expect(linkTarget('file:///etc/passwd', null)).toBeNull()
  expect(linkTarget('  ', 'https://a.example')).toBeNull()
})
