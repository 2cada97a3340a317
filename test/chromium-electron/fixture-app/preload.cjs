const { contextBridge, ipcRenderer } = require('electron')

const required = {}
for (const name of ['electron', 'events', 'timers', 'url', 'fs', 'node:path', 'ws', './main.js']) {
  try {
    required[name] = typeof require(name)
  } catch (error) {
    required[name] = error.message
  }
}

contextBridge.exposeInMainWorld('api', {
  add: (left, right) => ipcRenderer.invoke('add', left, right),
  echo: value => ipcRenderer.invoke('echo', value),
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  send: (channel, ...args) => ipcRenderer.send(channel, ...args),
  on: (channel, listener) => {
    const heard = (_event, ...args) => listener(...args)
    ipcRenderer.on(channel, heard)
    return () => ipcRenderer.removeListener(channel, heard)
  },
  kindOf: value => Object.prototype.toString.call(value),
  throwHere: () => {
    throw new RangeError('thrown in the preload')
  },
  callTwice: callback => [callback(1), callback(2)],
  sameBack: value => value,
  exposeAgain: () => contextBridge.exposeInMainWorld('api', {}),
  preloadSees: () => ({ process: process.type, sandboxed: process.sandboxed, require: typeof require }),
  required,
  bytes: new Uint8Array([1, 2, 3]),
  list: [1, { two: 2 }],
})
