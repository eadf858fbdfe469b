/** Every fault of an upload or a rendition: HTTP status, and words that a person can act on. */
export const mediaFaults = {
  'media-missing': {
    status: 400,
    zh: '请选择要上传的文件。',
    en: 'Choose a file to upload.',
  },
  'media-empty': {
    status: 400,
    zh: '文件是空的，请重新导出或重新拷贝后再上传。',
    en: 'The file is empty. Export or copy it again, then upload it.',
  },
  'media-type-refused': {
    status: 415,
    zh: '不支持这种文件。可上传：JPEG、PNG、WebP、GIF、AVIF、HEIC、TIFF、SVG 图片，MP4、MOV、MKV、WebM、AVI、MPEG 等视频，MP3、WAV、FLAC、M4A、OGG 音频，以及 PDF 文档。Word、PPT、WPS 文件请另存为 PDF，BMP、PSD、XCF 等图片请另存为 PNG。',
    en: 'This kind of file is not accepted. Upload a JPEG, PNG, WebP, GIF, AVIF, HEIC, TIFF or SVG image, an MP4, MOV, MKV, WebM, AVI or MPEG video, MP3, WAV, FLAC, M4A or OGG audio, or a PDF. Save a Word, PowerPoint or WPS file as PDF; a BMP, PSD or XCF picture as PNG.',
  },
  'media-damaged': {
    status: 400,
    zh: '文件已损坏或不完整，无法完整读出。请重新导出或重新传输后再上传。',
    en: 'The file is damaged or incomplete and cannot be read to its end. Export or transfer it again, then upload it.',
  },
  'media-svg-unsafe': {
    status: 400,
    zh: 'SVG 中含有脚本、事件、外部引用或不允许的元素，为安全起见不予接收。请导出为“纯 SVG”或 PNG。',
    en: 'The SVG holds a script, an event handler, an external reference or an element that is not allowed. Export it as plain SVG or PNG.',
  },
  'media-locked': {
    status: 400,
    zh: '文件设有打开密码，系统无法读取。请去掉密码后再上传。',
    en: 'The file asks for a password and cannot be read. Remove the password, then upload it.',
  },
  'media-too-complex': {
    status: 400,
    zh: '文件过于复杂，在限定的时间和内存内无法处理。请简化或另存为 PNG、MP4 等常用格式后再上传。',
    en: 'The file is too complex to be processed within the limits of time and memory. Simplify it, or save it as a common format such as PNG or MP4, then upload it.',
  },
  'media-too-many-pages': {
    status: 413,
    zh: 'PDF 超过 500 页，请拆分或只保留要播出的页后再上传。',
    en: 'The PDF has more than 500 pages. Split it, or keep only the pages to be shown, then upload it.',
  },
  'media-too-large': {
    status: 413,
    zh: '文件超过了上传大小上限，请压缩后再上传。',
    en: 'The file is over the size limit. Compress it, then upload it.',
  },
  'media-too-many-pixels': {
    status: 413,
    zh: '画面尺寸过大（图片最多 1 亿像素，视频最多 8192 像素宽或高），请缩小后再上传。',
    en: 'The picture is too big (at most 100 megapixels for an image, 8192 pixels wide or high for a video). Scale it down, then upload it.',
  },
  'media-too-long': {
    status: 413,
    zh: '音视频超过 24 小时，请剪辑后再上传。',
    en: 'The recording is longer than 24 hours. Cut it, then upload it.',
  },
  'media-form-invalid': {
    status: 400,
    zh: '上传的数据不完整，或文件名中有不允许的字符。请改名后重新上传。',
    en: 'The upload was cut short, or the file name holds a character that is not allowed. Rename the file, then upload it again.',
  },
  'media-fixed': {
    status: 400,
    zh: '素材上传后不能替换文件，以免未经审核的画面上屏。请作为新素材上传。',
    en: 'The file of a media item cannot be replaced, so that nothing unreviewed reaches a screen. Upload it as a new item.',
  },
  'media-original-missing': {
    status: 500,
    zh: '存储中找不到原始文件。',
    en: 'The original file is not in storage.',
  },
  'media-render-failed': {
    status: 500,
    zh: '转码失败。',
    en: 'The file could not be converted for screens.',
  },
  'media-tool-missing': {
    status: 500,
    zh: '服务器上没有可用的 FFmpeg，请管理员安装或设置 FFMPEG_PATH 与 FFPROBE_PATH。',
    en: 'There is no usable FFmpeg on the server. Install it, or set FFMPEG_PATH and FFPROBE_PATH.',
  },
  'media-tool-timeout': {
    status: 500,
    zh: '处理文件超时，已中止。',
    en: 'Processing the file took too long and was stopped.',
  },
  'storage-full': {
    status: 507,
    zh: '服务器存储空间不足，暂不能上传。请先删除不用的素材，或联系管理员扩充空间。',
    en: 'The server is short of storage space and takes no uploads. Delete media that nobody needs, or ask an administrator for more space.',
  },
  'storage-unreachable': {
    status: 503,
    zh: '连接不上素材存储，请稍后重试；如持续出现，请联系管理员。',
    en: 'The media store does not answer. Try again in a moment; tell an administrator if it goes on.',
  },
} as const

export type MediaFaultCode = keyof typeof mediaFaults

/** A fault from the table above. `detail` is for the log and the job's record: it may quote a tool's last words. */
export class MediaFault extends Error {
  readonly code: MediaFaultCode
  readonly detail: string | undefined

  constructor(code: MediaFaultCode, options: { detail?: string; cause?: unknown } = {}) {
    super(mediaFaults[code].en, { cause: options.cause })
    this.name = 'MediaFault'
    this.code = code
    this.detail = options.detail
  }

  /** HTTP status of an answer that reports the fault. */
  get status(): number {
    return mediaFaults[this.code].status
  }
}
