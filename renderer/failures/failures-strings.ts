// What the window says when something went wrong that nobody foresaw.
export const failuresStrings = {
  failures: {
    happened:
      'Something went wrong inside Dispatch Box. What was saved is safe; if the window does not answer as it should, close it and start again.',
    report:
      'A report says where in the program it happened, and nothing of what you wrote. It is sent to nobody.',
    save: 'Save report…',
    saved: (file: string) => `The report was saved as ${file}`,
  },
}
