import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { coverAtHome, coverHope, coverTogether } from './art/covers'
import type { Film } from './art/films/film'
import { night } from './art/films/night'
import { shoot } from './art/films/shoot'
import { signs } from './art/films/signs'
import { togetherFilm } from './art/films/together'
import { warmth } from './art/films/warmth'
import { atHome } from './art/posters/atHome'
import { heroes } from './art/posters/heroes'
import { sevenSteps } from './art/posters/sevenSteps'
import { smallAir, smallApart, smallMask, smallWash } from './art/posters/small'
import { threeHabits } from './art/posters/threeHabits'
import { unity } from './art/posters/unity'
import { love, together } from './art/posters/wall'
import { wearMask } from './art/posters/wearMask'
import { atHomeScore, hopeScore, togetherScore } from './music/scores'
import { perform, type Score } from './music/song'
import { wav } from './music/wav'

/** A file of the demo campaign, made when it is wanted. */
export type Asset = {
  filename: string
  /** Its description in the library. */
  alt: string
  /** Writes the file into a folder and returns its path. */
  make(place: { dir: string; ffmpeg: string }): Promise<string>
}

/** All files of the campaign by name, quick ones first. */
export const assets: Record<string, Asset> = {
  together: poster('众志成城-共克时艰（条屏）.png', '众志成城 共克时艰，条形大屏海报', together),
  love: poster('隔离病毒-不隔离爱（条屏）.png', '隔离病毒 不隔离爱，条形大屏海报', love),
  smallMask: poster('戴口罩（小屏）.png', '戴口罩，384×256 小屏', smallMask),
  smallWash: poster('勤洗手（小屏）.png', '勤洗手，384×256 小屏', smallWash),
  smallApart: poster('一米线（小屏）.png', '一米线，384×256 小屏', smallApart),
  smallAir: poster('常通风（小屏）.png', '常通风，384×256 小屏', smallAir),
  unity: poster('众志成城-抗击疫情.png', '众志成城 抗击疫情，横版海报', unity),
  threeHabits: poster('防疫三件事.png', '戴口罩 勤洗手 少聚集，横版海报', threeHabits),
  heroes: poster('致敬最美逆行者.png', '致敬最美逆行者，横版海报', heroes),
  wearMask: poster('出门戴口罩（竖版）.png', '出门戴口罩，竖版海报', wearMask),
  atHome: poster('在家能做啥（竖版）.png', '在家能做啥，竖版海报', atHome),
  sevenSteps: poster('七步洗手法（竖版）.png', '七步洗手法，竖版海报', sevenSteps),
  coverAtHome: poster('封面-在家能做啥.png', '歌曲《在家能做啥》封面', coverAtHome),
  coverTogether: poster('封面-来吧大家一起来.png', '歌曲《来吧，大家一起来！》封面', coverTogether),
  coverHope: poster('封面-让爱点燃希望.png', '歌曲《让爱点燃希望》封面', coverHope),
  songAtHome: song('在家能做啥.wav', '歌曲《在家能做啥》', atHomeScore),
  songTogether: song('来吧，大家一起来！.wav', '歌曲《来吧，大家一起来！》', togetherScore),
  songHope: song('让爱点燃希望.wav', '歌曲《让爱点燃希望》', hopeScore),
  signsFilm: film('出门戴口罩（小屏）.mp4', '短片《出门戴口罩》，384×256 小屏', signs, togetherScore),
  nightFilm: film('致敬最美逆行者（条屏）.mp4', '短片《致敬最美逆行者》，条形大屏', night, hopeScore),
  togetherFilm: film('来吧，大家一起来！.mp4', '宣传片《来吧，大家一起来！》', togetherFilm, togetherScore),
  warmthFilm: film('志愿送暖-共同战疫（竖版）.mp4', '短视频《志愿送暖 共同战疫》', warmth, atHomeScore),
}

function poster(filename: string, alt: string, draw: () => string): Asset {
  return {
    filename,
    alt,
    async make({ dir }) {
      const path = join(dir, filename)
      await sharp(Buffer.from(draw())).flatten().png({ compressionLevel: 4 }).toFile(path)
      return path
    },
  }
}

function song(filename: string, alt: string, score: Score): Asset {
  return {
    filename,
    alt,
    async make({ dir }) {
      const path = join(dir, filename)
      await writeFile(path, recording(score))
      return path
    },
  }
}

function film(filename: string, alt: string, story: () => Film, score: Score): Asset {
  return {
    filename,
    alt,
    make: ({ dir, ffmpeg }) => shoot({ film: story(), sound: recording(score), dir, name: filename, ffmpeg }),
  }
}

const recordings = new Map<Score, Buffer>()

/** A score is performed once: a film has the song of another asset. */
function recording(score: Score): Buffer {
  const known = recordings.get(score)
  if (known) return known
  const made = wav(perform(score))
  recordings.set(score, made)
  return made
}
