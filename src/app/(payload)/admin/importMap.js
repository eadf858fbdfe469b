import { ThumbnailCell as ThumbnailCell_3ed4c2e0705241b4e59bdca93a4485fd } from '../../../../src/cms/admin/media/ThumbnailCell'
import { ContentAdvice as ContentAdvice_f895bd1e165673221451b8cc0ff46467 } from '../../../../src/cms/admin/media/facts/ContentAdvice'
import { ContentVersions as ContentVersions_57742745a647deba6dee68cd59c8684b } from '../../../../src/cms/admin/media/progress/ContentVersions'
import { ColorField as ColorField_a50cef9074561920fda404eba7d3c287 } from '../../../../src/cms/admin/fields/ColorField'
import { NumberChoiceField as NumberChoiceField_eceb38ce940f6eda2cfa9a805078b359 } from '../../../../src/cms/admin/fields/NumberChoiceField'
import { ReviewStatusCell as ReviewStatusCell_26edb888a74b5e0492147e3ea70f42f7 } from '../../../../src/cms/admin/review/ReviewStatusCell'
import { ApproveSelected as ApproveSelected_46e2435f74e2dc49190c8c4559e1bbbf } from '../../../../src/cms/admin/review/ApproveSelected'
import { ProfilePicker as ProfilePicker_a003f3698fa0e42eeffbbd50b02de752 } from '../../../../src/cms/admin/preview/ProfilePicker'
import { ReviewActions as ReviewActions_19e3d7d8a18a7827e7e07bbad723a2a4 } from '../../../../src/cms/admin/review/ReviewActions'
import { ProgressPanel as ProgressPanel_33eea703fa1c4b2cbb3a671709dfbbcd } from '../../../../src/cms/admin/media/progress/ProgressPanel'
import { MediaFacts as MediaFacts_246f14a4c1a8ce386e18eea1c5c6758e } from '../../../../src/cms/admin/media/facts/MediaFacts'
import { StateCell as StateCell_a221e47e57088b5653cf540b4f233e42 } from '../../../../src/cms/admin/media/StateCell'
import { MediaListUpload as MediaListUpload_24a547426a9ca51f6e769946ff614110 } from '../../../../src/cms/admin/media/upload/MediaListUpload'
import { MediaUpload as MediaUpload_1457ac6d2eed905f200e761054876395 } from '../../../../src/cms/admin/media/upload/MediaUpload'
import { MediaList as MediaList_9379436a811105b5d6157ce75faddae0 } from '../../../../src/cms/admin/media/list/MediaList'
import { EntryRowLabel as EntryRowLabel_71ee7d4a603db0a357f38330741467e2 } from '../../../../src/cms/admin/fields/EntryRowLabel'
import { FieldWarnings as FieldWarnings_8c510ff1e2d9b83e3518d8b129e8285b } from '../../../../src/cms/admin/schedules/warnings/FieldWarnings'
import { NoTargetsNote as NoTargetsNote_8c71698e1e23db1800b676851e640ae2 } from '../../../../src/cms/admin/schedules/NoTargetsNote'
import { WallTimeCell as WallTimeCell_12495a648d4908b406959a491ae29cf6 } from '../../../../src/cms/admin/fields/WallTimeCell'
import { WallTimeField as WallTimeField_c6bb962ed5ea9315df24485d1bb7f672 } from '../../../../src/cms/admin/fields/WallTimeField'
import { DaypartRowLabel as DaypartRowLabel_2449ef53f9a6ae00c51b9eb8d90a8c90 } from '../../../../src/cms/admin/fields/DaypartRowLabel'
import { SummaryCell as SummaryCell_5c0f27140c17848a6bc41aeebc8da31d } from '../../../../src/cms/admin/schedules/rule/SummaryCell'
import { RuleField as RuleField_672decc4e096a60845b03a52839bf30a } from '../../../../src/cms/admin/schedules/rule/RuleField'
import { TimezoneField as TimezoneField_eb9ec7e0be25f85b3d317dd14cc7893d } from '../../../../src/cms/admin/fields/TimezoneField'
import { WarningsSummary as WarningsSummary_6510faef53cb69b8292c4cfe3f770a1c } from '../../../../src/cms/admin/schedules/warnings/WarningsSummary'
import { DisplayPanel as DisplayPanel_3321f8ab294cdb371d9763b0cabc79ee } from '../../../../src/cms/admin/displays/DisplayPanel'
import { StatusCell as StatusCell_8d31a6f19bb10f2b04aeb83e1451bb5f } from '../../../../src/cms/admin/displays/StatusCell'
import { KnownCalendar as KnownCalendar_c7227eb8396c071e7f91950e1d5ad744 } from '../../../../src/cms/admin/globals/KnownCalendar'
import { DateField as DateField_54196371813ae07c94ff3cecc621186d } from '../../../../src/cms/admin/globals/DateField'
import { CorrectionRowLabel as CorrectionRowLabel_b7d974d85d0c6690104c8fc86a99d2dd } from '../../../../src/cms/admin/globals/CorrectionRowLabel'
import { Icon as Icon_74d1a8f2d118f60c017a468ad7bfe461 } from '../../../../src/cms/admin/brand/Icon'
import { Logo as Logo_3a4c2d3a8338304439f0f5adfda72640 } from '../../../../src/cms/admin/brand/Logo'
import { Welcome as Welcome_a617f490b2111bd0acbd9a4515924e4b } from '../../../../src/cms/admin/dashboard/Welcome'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/cms/admin/media/ThumbnailCell#ThumbnailCell": ThumbnailCell_3ed4c2e0705241b4e59bdca93a4485fd,
  "/src/cms/admin/media/facts/ContentAdvice#ContentAdvice": ContentAdvice_f895bd1e165673221451b8cc0ff46467,
  "/src/cms/admin/media/progress/ContentVersions#ContentVersions": ContentVersions_57742745a647deba6dee68cd59c8684b,
  "/src/cms/admin/fields/ColorField#ColorField": ColorField_a50cef9074561920fda404eba7d3c287,
  "/src/cms/admin/fields/NumberChoiceField#NumberChoiceField": NumberChoiceField_eceb38ce940f6eda2cfa9a805078b359,
  "/src/cms/admin/review/ReviewStatusCell#ReviewStatusCell": ReviewStatusCell_26edb888a74b5e0492147e3ea70f42f7,
  "/src/cms/admin/review/ApproveSelected#ApproveSelected": ApproveSelected_46e2435f74e2dc49190c8c4559e1bbbf,
  "/src/cms/admin/preview/ProfilePicker#ProfilePicker": ProfilePicker_a003f3698fa0e42eeffbbd50b02de752,
  "/src/cms/admin/review/ReviewActions#ReviewActions": ReviewActions_19e3d7d8a18a7827e7e07bbad723a2a4,
  "/src/cms/admin/media/progress/ProgressPanel#ProgressPanel": ProgressPanel_33eea703fa1c4b2cbb3a671709dfbbcd,
  "/src/cms/admin/media/facts/MediaFacts#MediaFacts": MediaFacts_246f14a4c1a8ce386e18eea1c5c6758e,
  "/src/cms/admin/media/StateCell#StateCell": StateCell_a221e47e57088b5653cf540b4f233e42,
  "/src/cms/admin/media/upload/MediaListUpload#MediaListUpload": MediaListUpload_24a547426a9ca51f6e769946ff614110,
  "/src/cms/admin/media/upload/MediaUpload#MediaUpload": MediaUpload_1457ac6d2eed905f200e761054876395,
  "/src/cms/admin/media/list/MediaList#MediaList": MediaList_9379436a811105b5d6157ce75faddae0,
  "/src/cms/admin/fields/EntryRowLabel#EntryRowLabel": EntryRowLabel_71ee7d4a603db0a357f38330741467e2,
  "/src/cms/admin/schedules/warnings/FieldWarnings#FieldWarnings": FieldWarnings_8c510ff1e2d9b83e3518d8b129e8285b,
  "/src/cms/admin/schedules/NoTargetsNote#NoTargetsNote": NoTargetsNote_8c71698e1e23db1800b676851e640ae2,
  "/src/cms/admin/fields/WallTimeCell#WallTimeCell": WallTimeCell_12495a648d4908b406959a491ae29cf6,
  "/src/cms/admin/fields/WallTimeField#WallTimeField": WallTimeField_c6bb962ed5ea9315df24485d1bb7f672,
  "/src/cms/admin/fields/DaypartRowLabel#DaypartRowLabel": DaypartRowLabel_2449ef53f9a6ae00c51b9eb8d90a8c90,
  "/src/cms/admin/schedules/rule/SummaryCell#SummaryCell": SummaryCell_5c0f27140c17848a6bc41aeebc8da31d,
  "/src/cms/admin/schedules/rule/RuleField#RuleField": RuleField_672decc4e096a60845b03a52839bf30a,
  "/src/cms/admin/fields/TimezoneField#TimezoneField": TimezoneField_eb9ec7e0be25f85b3d317dd14cc7893d,
  "/src/cms/admin/schedules/warnings/WarningsSummary#WarningsSummary": WarningsSummary_6510faef53cb69b8292c4cfe3f770a1c,
  "/src/cms/admin/displays/DisplayPanel#DisplayPanel": DisplayPanel_3321f8ab294cdb371d9763b0cabc79ee,
  "/src/cms/admin/displays/StatusCell#StatusCell": StatusCell_8d31a6f19bb10f2b04aeb83e1451bb5f,
  "/src/cms/admin/globals/KnownCalendar#KnownCalendar": KnownCalendar_c7227eb8396c071e7f91950e1d5ad744,
  "/src/cms/admin/globals/DateField#DateField": DateField_54196371813ae07c94ff3cecc621186d,
  "/src/cms/admin/globals/CorrectionRowLabel#CorrectionRowLabel": CorrectionRowLabel_b7d974d85d0c6690104c8fc86a99d2dd,
  "/src/cms/admin/brand/Icon#Icon": Icon_74d1a8f2d118f60c017a468ad7bfe461,
  "/src/cms/admin/brand/Logo#Logo": Logo_3a4c2d3a8338304439f0f5adfda72640,
  "/src/cms/admin/dashboard/Welcome#Welcome": Welcome_a617f490b2111bd0acbd9a4515924e4b,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
