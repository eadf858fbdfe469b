/** Nothing of the camera, the place or the editor's machine leaves; the AI label must stay (GB 45438-2025). FFmpeg's arguments. */
export function keptMetadata(aigc: string | null): string[] {
  return [
    '-map_metadata',
    '-1',
    '-map_chapters',
    '-1',
    ...(aigc === null ? [] : ['-metadata', `AIGC=${aigc}`]),
  ]
}

/** MP4 keeps a key of our own only where it is told to, and plays at once where its index comes first. */
export function movflags(aigc: string | null): string {
  return aigc === null ? '+faststart' : '+faststart+use_metadata_tags'
}

/** The AI label as XMP, for pictures. */
export function aigcXmp(label: string): string {
  const value = label.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/" TC260:AIGC="${value}"/></rdf:RDF></x:xmpmeta>`
}
