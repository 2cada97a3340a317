// The editor that is open, whose steps are kept when the window closes or the library is locked.

export const editorToKeep: { current: { keepSteps: () => Promise<void> } | null } = { current: null }
