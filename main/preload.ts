// All that the window can reach: the allow-listed requests, and the notices it may listen to.
import { contextBridge, ipcRenderer } from 'electron'
import { type NoticeName, noticeNames, type RequestName, requestNames } from '../shared/request-names.ts'

contextBridge.exposeInMainWorld('dispatchBox', {
  invoke: (name: RequestName, input: unknown): Promise<unknown> => {
    if (!requestNames.includes(name)) throw new Error(`There is no request “${name}”.`)
    return ipcRenderer.invoke('request', name, input)
  },
  /** Gives back a function that stops listening. */
  on: (name: NoticeName, listener: (payload: unknown) => void): (() => void) => {
    if (!noticeNames.includes(name)) throw new Error(`There is no notice “${name}”.`)
    const hear = (_event: unknown, heard: NoticeName, payload: unknown) => {
      if (heard === name) listener(payload)
    }
    ipcRenderer.on('notice', hear)
    return () => void ipcRenderer.off('notice', hear)
  },
})
