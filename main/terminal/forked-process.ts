import { fork } from 'node:child_process'
import { bareEnvironment } from '../capture/process/bare-environment.ts'
import type { Said } from '../capture/process/reading-messages.ts'
import type { StartProcess } from '../capture/process/reading-process.ts'

/** Starts the program that reads files as a process of plain Node, which may read files, and neither write any nor start programs. */
export function forkedProcess(script: string): StartProcess {
  return () => {
    const child = fork(script, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: bareEnvironment(process.env),
      execArgv: ['--permission', '--allow-fs-read=*', '--allow-worker'],
    })
    // The terminal ends when its command does.
    child.unref()
    child.channel?.unref()
    return {
      post: job => void child.send(job, () => undefined),
      onMessage: hear => void child.on('message', said => hear(said as Said)),
      onExit: hear => {
        let isOver = false
        const end = () => {
          if (!isOver) hear()
          isOver = true
        }
        child.on('exit', end)
        child.on('error', end)
      },
      kill: () => void child.kill('SIGKILL'),
    }
  }
}
