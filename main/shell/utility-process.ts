import { utilityProcess } from 'electron'
import { bareEnvironment } from '../capture/process/bare-environment.ts'
import type { StartProcess } from '../capture/process/reading-process.ts'

/** Starts the program that reads files as a process of Electron's, which ends with the app. */
export function electronProcess(script: string): StartProcess {
  return () => {
    const child = utilityProcess.fork(script, [], {
      serviceName: 'Dispatch Box Capture',
      stdio: 'ignore',
      env: bareEnvironment(process.env),
    })
    return {
      post: job => child.postMessage(job),
      onMessage: hear => void child.on('message', hear),
      onExit: hear => void child.on('exit', hear),
      kill: () => void child.kill(),
    }
  }
}
