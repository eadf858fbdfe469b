type AcceptedType = { family: 'image' | 'heif' | 'document' | 'stream'; ext: string; mimeType: string }

/** File types that are accepted, by what the content says (file-type's MIME), with the extension kept in storage. */
export const acceptedTypes: Record<string, AcceptedType> = {
  'image/jpeg': { family: 'image', ext: 'jpg', mimeType: 'image/jpeg' },
  'image/png': { family: 'image', ext: 'png', mimeType: 'image/png' },
  'image/apng': { family: 'image', ext: 'png', mimeType: 'image/png' },
  'image/webp': { family: 'image', ext: 'webp', mimeType: 'image/webp' },
  'image/avif': { family: 'image', ext: 'avif', mimeType: 'image/avif' },
  'image/tiff': { family: 'image', ext: 'tiff', mimeType: 'image/tiff' },
  'image/gif': { family: 'image', ext: 'gif', mimeType: 'image/gif' },
  'image/heic': { family: 'heif', ext: 'heic', mimeType: 'image/heic' },
  'image/heif': { family: 'heif', ext: 'heic', mimeType: 'image/heif' },
  'image/heic-sequence': { family: 'heif', ext: 'heic', mimeType: 'image/heic' },
  'image/heif-sequence': { family: 'heif', ext: 'heic', mimeType: 'image/heif' },
  'application/pdf': { family: 'document', ext: 'pdf', mimeType: 'application/pdf' },
  'video/mp4': { family: 'stream', ext: 'mp4', mimeType: 'video/mp4' },
  'video/x-m4v': { family: 'stream', ext: 'm4v', mimeType: 'video/mp4' },
  'video/quicktime': { family: 'stream', ext: 'mov', mimeType: 'video/quicktime' },
  'video/3gpp': { family: 'stream', ext: '3gp', mimeType: 'video/3gpp' },
  'video/3gpp2': { family: 'stream', ext: '3g2', mimeType: 'video/3gpp2' },
  'video/matroska': { family: 'stream', ext: 'mkv', mimeType: 'video/x-matroska' },
  'video/x-matroska': { family: 'stream', ext: 'mkv', mimeType: 'video/x-matroska' },
  'video/webm': { family: 'stream', ext: 'webm', mimeType: 'video/webm' },
  'video/vnd.avi': { family: 'stream', ext: 'avi', mimeType: 'video/x-msvideo' },
  'video/mpeg': { family: 'stream', ext: 'mpg', mimeType: 'video/mpeg' },
  'video/MP1S': { family: 'stream', ext: 'mpg', mimeType: 'video/mpeg' },
  'video/MP2P': { family: 'stream', ext: 'mpg', mimeType: 'video/mpeg' },
  'video/mp2t': { family: 'stream', ext: 'ts', mimeType: 'video/mp2t' },
  'video/x-flv': { family: 'stream', ext: 'flv', mimeType: 'video/x-flv' },
  'video/x-ms-asf': { family: 'stream', ext: 'wmv', mimeType: 'video/x-ms-wmv' },
  'application/vnd.ms-asf': { family: 'stream', ext: 'wmv', mimeType: 'video/x-ms-wmv' },
  'video/ogg': { family: 'stream', ext: 'ogv', mimeType: 'video/ogg' },
  'application/ogg': { family: 'stream', ext: 'ogg', mimeType: 'audio/ogg' },
  'audio/ogg': { family: 'stream', ext: 'ogg', mimeType: 'audio/ogg' },
  'audio/ogg; codecs=opus': { family: 'stream', ext: 'opus', mimeType: 'audio/ogg' },
  'audio/mpeg': { family: 'stream', ext: 'mp3', mimeType: 'audio/mpeg' },
  'audio/wav': { family: 'stream', ext: 'wav', mimeType: 'audio/wav' },
  'audio/flac': { family: 'stream', ext: 'flac', mimeType: 'audio/flac' },
  'audio/x-flac': { family: 'stream', ext: 'flac', mimeType: 'audio/flac' },
  'audio/x-m4a': { family: 'stream', ext: 'm4a', mimeType: 'audio/mp4' },
  'audio/mp4': { family: 'stream', ext: 'm4a', mimeType: 'audio/mp4' },
  'audio/aac': { family: 'stream', ext: 'aac', mimeType: 'audio/aac' },
  'audio/aiff': { family: 'stream', ext: 'aiff', mimeType: 'audio/aiff' },
  'audio/amr': { family: 'stream', ext: 'amr', mimeType: 'audio/amr' },
  'audio/x-ms-asf': { family: 'stream', ext: 'wma', mimeType: 'audio/x-ms-wma' },
}

const mimeTypes = new Map(Object.values(acceptedTypes).map(({ ext, mimeType }) => [ext, mimeType]))

/** The media type of what is stored under an extension. */
export function mimeTypeOf(ext: string): string {
  return mimeTypes.get(ext) ?? 'application/octet-stream'
}

/** What ffmpeg may take an original for (its demuxers): no playlist, script or list of other files. */
export const streamFormats =
  'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpeg,mpegvideo,mpegts,flv,asf,ogg,mp3,wav,flac,aac,aiff,amr,gif'
