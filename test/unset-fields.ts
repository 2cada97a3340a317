// Fields of records that most tests have no use for, as a creation leaves them.
export const unsetSource = { marking: null, textCorrectedAt: null, pages: [], images: [], refused: [] }
export const unsetQuote = { person: null, language: null, translation: null, marking: null }
export const unsetFigure = { series: null, marking: null }
export const unsetEvent = { marking: null, decision: null }
export const unsetBrief = { answers: [], issues: [], reference: null }
