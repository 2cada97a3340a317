// webContents.executeJavaScript: runs code in the page's own world and brings back a structured clone of its value.
import type { DevtoolsSession } from './devtools.ts'
import { cloneToText, textToClone } from './page/clone-text.ts'

export async function evaluate(
  session: DevtoolsSession,
  code: string,
  userGesture: boolean,
): Promise<unknown> {
  const ran = await session.send('Runtime.evaluate', { expression: code, awaitPromise: true, userGesture })
  if (ran.exceptionDetails) {
    throw new Error(ran.exceptionDetails.exception?.description ?? 'Script failed to execute')
  }
  const { type, objectId, value, unserializableValue } = ran.result
  if (type === 'undefined') return undefined
  if (unserializableValue?.endsWith('n')) return BigInt(unserializableValue.slice(0, -1))
  if (unserializableValue) return Number(unserializableValue)
  if (!objectId) return value
  const cloned = await session.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: `function () { return (${cloneToText})(this) }`,
    returnByValue: true,
  })
  session.tell('Runtime.releaseObject', { objectId })
  if (cloned.exceptionDetails) throw new Error('An object could not be cloned.')
  return textToClone(cloned.result.value as string)
}
