-- For pandoc: a note stands where it is called, as `float: footnote` wants it (CSS Generated Content for Paged Media, 2).
function Note(note)
  return pandoc.Span(pandoc.utils.blocks_to_inlines(note.content), pandoc.Attr('', { 'footnote' }))
end
