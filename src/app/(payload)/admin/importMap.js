import { ColorField as ColorField_a50cef9074561920fda404eba7d3c287 } from '../../../../src/cms/admin/fields/ColorField'
import { NumberChoiceField as NumberChoiceField_eceb38ce940f6eda2cfa9a805078b359 } from '../../../../src/cms/admin/fields/NumberChoiceField'
import { EntryRowLabel as EntryRowLabel_71ee7d4a603db0a357f38330741467e2 } from '../../../../src/cms/admin/fields/EntryRowLabel'
import { WallTimeField as WallTimeField_c6bb962ed5ea9315df24485d1bb7f672 } from '../../../../src/cms/admin/fields/WallTimeField'
import { DaypartRowLabel as DaypartRowLabel_2449ef53f9a6ae00c51b9eb8d90a8c90 } from '../../../../src/cms/admin/fields/DaypartRowLabel'
import { TimezoneField as TimezoneField_eb9ec7e0be25f85b3d317dd14cc7893d } from '../../../../src/cms/admin/fields/TimezoneField'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/cms/admin/fields/ColorField#ColorField": ColorField_a50cef9074561920fda404eba7d3c287,
  "/src/cms/admin/fields/NumberChoiceField#NumberChoiceField": NumberChoiceField_eceb38ce940f6eda2cfa9a805078b359,
  "/src/cms/admin/fields/EntryRowLabel#EntryRowLabel": EntryRowLabel_71ee7d4a603db0a357f38330741467e2,
  "/src/cms/admin/fields/WallTimeField#WallTimeField": WallTimeField_c6bb962ed5ea9315df24485d1bb7f672,
  "/src/cms/admin/fields/DaypartRowLabel#DaypartRowLabel": DaypartRowLabel_2449ef53f9a6ae00c51b9eb8d90a8c90,
  "/src/cms/admin/fields/TimezoneField#TimezoneField": TimezoneField_eb9ec7e0be25f85b3d317dd14cc7893d,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
