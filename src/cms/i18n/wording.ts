/**
 * Payload's own texts, where ours are clearer. Some leave a label out that Payload fills with `[object Object]`, since it does not
 * choose a language for it: `addNewLabel`, `createNewLabel`, `sortByLabelDirection`.
 */
export const wording = {
  zh: {
    dashboard: { editDashboard: '调整首页', editingDashboard: '正在调整首页' },
    error: { followingFieldsInvalid_one: '请检查：', followingFieldsInvalid_other: '请检查：' },
    fields: { addLabel: '添加{{label}}', addNew: '新建', addNewLabel: '新建' },
    general: {
      backToDashboard: '返回首页',
      createNew: '新建',
      createNewLabel: '新建',
      creatingNewLabel: '新建{{label}}',
      currentlyEditing: '有同事正在编辑。如果您接管，对方将不能继续编辑，未保存的改动可能丢失。',
      dashboard: '首页',
      lastModified: '修改于',
      noLabel: '—',
      noResults: '还没有{{label}}，或没有符合条件的。',
      noResultsDescription: '还没有数据，或没有符合条件的。',
      nothingFound: '找不到这一页',
      payloadSettings: '界面设置',
      selectValue: '请选择',
      sortByLabelDirection: '{{direction}}排列',
      sorryNotFound: '它可能已被删除，或者地址有误。',
      untitled: '未命名',
    },
    validation: {
      greaterThanMax: '不能大于 {{max}}',
      lessThanMin: '不能小于 {{min}}',
      required: '必填',
    },
  },
  en: {
    fields: { addNewLabel: 'Add new' },
    general: {
      createNew: 'Create new',
      createNewLabel: 'Create new',
      currentlyEditing:
        'A colleague is editing this. If you take over, they can edit no further and may lose what they have not saved.',
      noLabel: '—',
      payloadSettings: 'Interface settings',
      sortByLabelDirection: 'Sort {{direction}}',
    },
    validation: { greaterThanMax: 'Must be {{max}} at most', lessThanMin: 'Must be {{min}} at least' },
  },
}
