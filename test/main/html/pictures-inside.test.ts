import { expect, test } from 'vitest'
import { withPicturesInside } from '../../../main/html/pictures-inside.ts'
import { drawnPng, sha256OfPicture } from '../../drawn-picture.ts'

const bytes = drawnPng(4, 4)
const sha256 = sha256OfPicture(bytes)
const image = `<img src="attachments/${sha256}" alt="">`
const inside = `<img src="data:image/png;base64,${Buffer.from(bytes).toString('base64')}" alt="">`

test('each picture stands in the page, wherever it is shown', () => {
  expect(withPicturesInside(`${image}<p>attachments/${sha256}</p>${image}`, { [sha256]: bytes })).toBe(
    `${inside}<p>attachments/${sha256}</p>${inside}`,
  )
})

test('more than fits into one page is refused, counted as often as it is shown', () => {
  const most = inside.length
  expect(withPicturesInside(image, { [sha256]: bytes }, most)).toBe(inside)
  expect(() => withPicturesInside(image + image, { [sha256]: bytes }, most)).toThrow(
    /more than one page holds\. Nothing was written/,
  )
})
