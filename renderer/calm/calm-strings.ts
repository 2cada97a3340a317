// The words of what keeps the eye on the writing.

export const calmStrings = {
  calm: { leave: 'Leave calm writing' },
}
