/** Where a file went that was saved from a dialog. */
export function SavedFile({ words, file }: { words: string; file: string }) {
  return (
    <p class="issue-saved" role="status">
      {words} <span class="issue-file">{file}</span>
    </p>
  )
}
