// What an open library does with the issued versions of its briefs.
import type { Brief } from '../../shared/model/records.ts'
import { RequestProblem } from '../../shared/result.ts'
import type { Disk } from './durable-file.ts'
import { freezeIssue, nextVersion, putIssue, readIssue, unnamedIssues } from './issued-folder.ts'
import type { FileOf, Issue, IssuedFiles } from './issued-manifest.ts'
import type { Seal } from './seal.ts'

export type Issued = ReturnType<typeof openIssued>

type Opened = {
  folder: string
  disk: Disk
  seal: Seal
  now: () => Date
  get: (id: string) => Promise<Brief>
  /** Does what writes in the turn of a brief, or refuses to. */
  inTurn: <T>(id: string, work: () => Promise<T>) => Promise<T>
  /** Saves a brief in its turn. */
  replace: (before: Brief, after: Brief) => Promise<Brief>
}

export function openIssued({ now, get, inTurn, replace, ...room }: Opened) {
  const withIssues = (before: Brief, more: readonly Issue[]) => {
    const issues = [...before.issues, ...more].sort((one, other) => one.version - other.version)
    return replace(before, { ...before, issues, updatedAt: now().toISOString() })
  }

  return {
    /** The number of the next version of a brief. */
    next: async (brief: Brief): Promise<number> => nextVersion(room, brief),

    /**
     * The files of a version by their names, as they were frozen. Rejects with a RequestProblem where the brief has no such
     * version, or where it is not what was frozen.
     */
    async read(brief: Brief, version: number): Promise<IssuedFiles> {
      return readIssue(room, brief, issueOf(brief, version))
    },

    /**
     * Names the versions in a brief's record that were frozen whole when the process ended before that. Gives the brief
     * and those versions.
     */
    takeIn: (id: string): Promise<{ brief: Brief; taken: Issue[] }> =>
      inTurn(id, async () => {
        const before = await get(id)
        const taken = await unnamedIssues(room, before)
        return { brief: taken.length === 0 ? before : await withIssues(before, taken), taken }
      }),

    /**
     * Freezes a version of a brief, and then names it in the brief's record. Rejects with a RequestProblem where another one
     * has taken that number meanwhile.
     */
    freeze: (
      id: string,
      version: number,
      at: string,
      files: IssuedFiles,
    ): Promise<{ brief: Brief; issue: Issue }> =>
      inTurn(id, async () => {
        const before = await get(id)
        if ((await nextVersion(room, before)) !== version) {
          throw new RequestProblem(
            'refused',
            `“${before.title}” was issued by somebody else meanwhile. Nothing was lost, and no other version was made; look at that version, and issue again if need be.`,
          )
        }
        const issue = await freezeIssue(room, id, version, at, files)
        return { brief: await withIssues(before, [issue]), issue }
      }),

    /** Puts a version that a brief's record names back into its place: see `putIssue`. */
    put: (brief: Brief, version: number, fileOf: FileOf): Promise<boolean> =>
      inTurn(brief.id, () => putIssue(room, brief.id, issueOf(brief, version), fileOf)),
  }
}

/** How a brief's record names a version. Throws a RequestProblem that says which there are. */
export function issueOf({ title, issues }: Pick<Brief, 'title' | 'issues'>, version: number): Issue {
  const issue = issues.find(each => each.version === version)
  if (issue) return issue
  const there = issues.map(each => `v${each.version}`).join(', ')
  throw new RequestProblem(
    'not-found',
    there === ''
      ? `“${title}” was never issued. Nothing was changed; issue it first.`
      : `“${title}” has no version v${version}; there is ${there}. Nothing was changed.`,
  )
}
