export const pictureWordsStrings = {
  pictureWords: {
    form: 'Words for the picture',
    label: 'What does the picture show?',
    labelOf: (which: number, all: number) => `What does picture ${which} of ${all} show?`,
    hint: 'For those who do not see it, and in the PDF. A check says so where a picture has no words.',
    use: 'Use these words',
    later: 'Later',
  },
}
